import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { AnswerValue, Item } from '../catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import { establishedOf, isContradicted, linksOf, type ProposalSource, proposalOf, speaksAgainst } from './proposal.ts';

const decides = (...ids: readonly string[]) => ids.map((item) => ({ item, relation: 'decides' as const }));
const item: Item = {
  ...madeUpItem('R7-H-2-04'),
  items: [...decides('H06-1', 'H06-2', 'S5'), { item: 'H06-3', relation: 'partly' }],
};
const pharmacy = madeUpItem('R7-P-2-04');
const catalogue: Catalogue = {
  sheets: [madeUpSheet('checklist-institution', [madeUpArea('R7-2', [item])])],
  bridges: [],
  adopted: {},
  provisional: [],
  guidelines: [],
  risks: [],
  words: [],
  templates: [],
  feeRules: [],
  auditGuides: [],
};

const run = (id: string, at: string) => ({ runId: id, submittedAt: new Date(at), fiscalYear: 2026 });
const hospital = run('hospital-run', '2026-06-01');
const source = (itemId: string, value: AnswerValue | null, of = hospital): Omit<ProposalSource, 'relation'> => ({
  itemId,
  text: itemId,
  value,
  words: String(value),
  established: [],
  contradicted: false,
  sheetId: 'hospital',
  sheetTitle: '病院システム',
  ...of,
});
const proposed = (answers: Readonly<Record<string, AnswerValue | null>>) =>
  proposalOf(catalogue, item, (id) => (id in answers ? source(id, answers[id] ?? null) : undefined));

describe('what submitted answers propose', () => {
  it.each([
    ['はい where all that decide stand at 2 or above', { 'H06-1': '2', 'H06-2': '3' }, 'yes'],
    ['いいえ where one is below', { 'H06-1': '3', 'H06-2': '1' }, 'no'],
    ['いいえ also beside one nobody knows', { 'H06-1': '0', 'H06-2': 'unknown' }, 'no'],
    ['nothing where one is not known', { 'H06-1': '3', 'H06-2': 'unknown' }, null],
    ['nothing where one is unanswered', { 'H06-1': '3', 'H06-2': null }, null],
    ['what the others say beside 対象外', { 'H06-1': 'not-applicable', 'H06-2': '2' }, 'yes'],
    ['nothing where all are 対象外', { 'H06-1': 'not-applicable', 'H06-2': 'not-applicable' }, null],
    ['nothing of its own from what covers a part', { 'H06-3': '3' }, null],
  ] as const)('%s', (_, answers, value) => {
    expect(proposed(answers)?.value).toBe(value);
  });

  it('tells each answer it rests on, with the run it comes from', () => {
    expect(proposed({ 'H06-1': '3', 'H06-3': '0' })?.from).toMatchObject([
      { itemId: 'H06-1', relation: 'decides', runId: 'hospital-run', submittedAt: hospital.submittedAt },
      { itemId: 'H06-3', relation: 'partly' },
    ]);
  });

  it('is nothing at all where no question speaks', () => {
    expect(proposed({})).toBeUndefined();
  });

  it('comes from the sheet submitted last where two speak', () => {
    const small = run('small-run', '2026-07-01');
    const both = (id: string) => (id === 'S5' ? source(id, '0', small) : source(id, '3'));
    expect(proposalOf(catalogue, item, both)).toMatchObject({ value: 'no', from: [{ runId: 'small-run' }] });
  });
});

it('an item of the pharmacy form is answered by what answers the item with the same number', () => {
  expect(linksOf(catalogue, pharmacy)).toEqual(item.items);
  expect(linksOf(catalogue, madeUpItem('R7-P-9-99'))).toEqual([]);
});

it('only a deciding answer below 2 speaks against', () => {
  expect(speaksAgainst({ relation: 'decides', value: '1', contradicted: false })).toBe(true);
  expect(speaksAgainst({ relation: 'partly', value: '1', contradicted: false })).toBe(false);
  expect(speaksAgainst({ relation: 'decides', value: 'unknown', contradicted: false })).toBe(false);
});

describe('what an audit established beside an answer', () => {
  const audited = (value: AnswerValue, on: string) => ({ kind: 'audited' as const, value, on });
  const exercised = (value: AnswerValue, on: string) => ({ kind: 'exercised' as const, value, on });
  it.each([
    ['found it not done in the year of the run', [audited('1', '2026-04-01')], true],
    ['found it not done in a later year', [audited('no', '2027-11-05')], true],
    ['found it done', [audited('2', '2026-11-05')], false],
    ['is of an earlier year', [audited('0', '2026-03-31')], false],
    ['was replaced by a drill since', [audited('0', '2026-11-05'), exercised('2', '2026-12-01')], false],
    ['counts before the drill of the same day', [exercised('2', '2026-11-05'), audited('0', '2026-11-05')], true],
    ['is not there', [], false],
  ])('speaks against it where it %s', (_, found, is) => {
    expect(isContradicted(found, 2026)).toBe(is);
  });

  it('counts before what is claimed, and is printed beside it', () => {
    const audited = { established: ['監査では 1 一部だけ（令和8年11月5日）'], contradicted: true };
    const found = proposalOf(catalogue, item, (id) => ({ ...source(id, '3'), ...(id === 'H06-2' ? audited : {}) }));
    expect(found?.value).toBe('no');
    expect(found?.from.filter(speaksAgainst).map(({ itemId }) => itemId)).toEqual(['H06-2']);
    expect(establishedOf(found?.from ?? [])).toEqual(['H06-2の回答は「3」、監査では 1 一部だけ（令和8年11月5日）']);
  });
});
