import { expect, test } from 'vitest';
import { madeUpArea, madeUpItem, madeUpSheet } from '../../catalogue/testing/made-up-catalogue.ts';
import { type Established, establishedLines } from '../../evidence/established.ts';
import { answersOf } from '../testing/made-up-answers.ts';
import { establishedPart } from './established-part.ts';

const sheet = madeUpSheet('hospital', [madeUpArea('01', [madeUpItem('H1'), madeUpItem('H2'), madeUpItem('H3')])]);
const answers = answersOf({ H1: '3', H2: '3', H3: null });
const fiscalYear = 2026;
const sourceId = '0198c0de-0000-7000-8000-000000000001';

const found = (itemId: string, value: Established['value'], more: Partial<Established> = {}): Established => ({
  itemId,
  kind: 'audited',
  value,
  claimed: '3',
  sourceId,
  on: '2026-11-05',
  ...more,
});

test('where nothing of the sheet was established there is no part', () => {
  expect(establishedPart({ sheet, answers, fiscalYear, established: [] })).toBeNull();
  expect(establishedPart({ sheet, answers, fiscalYear, established: [found('S1', '1')] })).toBeNull();
});

test('each value stands beside the answer of this run, those that differ first', () => {
  const established = [found('H1', '3'), found('H2', '1'), found('H2', '3', { kind: 'exercised', on: '2026-06-01' })];
  expect(establishedPart({ sheet, answers, fiscalYear, established })).toEqual({
    summary: '2問のうち、違うのは1問',
    facts: { lower: [expect.objectContaining({ item: 'H2' })], scores: expect.objectContaining({ score: 2 }) },
    isExercised: true,
    lines: [
      {
        item: 'H2',
        text: 'H2をしていますか',
        claimed: '3 段階3',
        audited: { answer: '1 段階1', day: '令和8年11月5日' },
        exercised: { answer: '3 段階3', day: '令和8年6月1日' },
        differs: true,
      },
      expect.objectContaining({ item: 'H1', claimed: '3 段階3', exercised: null, differs: false }),
    ],
  });
});

test('an item without an answer differs from whatever was established', () => {
  const part = establishedPart({ sheet, answers, fiscalYear, established: [found('H3', '0')] });
  expect(part).toMatchObject({ isExercised: false, lines: [{ claimed: '未回答', differs: true }] });
  expect(part?.lines.flatMap(establishedLines)).toEqual(['監査では 0 段階0（令和8年11月5日）']);
});

test('what was established before the year of the run, or is not below its answer, brings no facts', () => {
  const facts = (...established: Established[]) => establishedPart({ sheet, answers, fiscalYear, established })?.facts;
  expect(facts(found('H1', '1', { on: '2026-03-31' }))).toBeNull();
  expect(facts(found('H1', '1', { on: '2026-04-01' }))).not.toBeNull();
  expect(facts(found('H1', '3'), found('H2', 'not-applicable'), found('H3', '0'))).toBeNull();
});

test('of an audit and a drill the later counts, of one day the audit', () => {
  const drilled = found('H1', '3', { kind: 'exercised', on: '2026-12-01' });
  expect(establishedPart({ sheet, answers, fiscalYear, established: [found('H1', '0'), drilled] })?.facts).toBeNull();
  const sameDay = [found('H1', '0', { on: '2026-12-01' }), drilled];
  expect(establishedPart({ sheet, answers, fiscalYear, established: sameDay })?.facts).not.toBeNull();
});
