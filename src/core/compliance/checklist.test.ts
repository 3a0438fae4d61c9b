import { describe, expect, it } from 'vitest';
import type { Sheet } from '../catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import { type ChecklistAnswer, checklistSections, countItems, openItems } from './checklist.ts';
import { formOf, formRun } from './form.ts';
import { formDocument, noticeSentence, vendorWords, versionYear } from './form-document.ts';

const sheet: Sheet = {
  ...madeUpSheet('checklist-institution', [
    madeUpArea('R7-0', [madeUpItem('R7-H-0')]),
    madeUpArea('R7-2', [
      madeUpItem('R7-H-2-01', { label: '2-①', respondent: '運用担当' }),
      madeUpItem('R7-H-2-02', { needsVendor: true, certainty: 'unverified', equipment: '全般', target: 'R9' }),
      madeUpItem('R7-H-2-04'),
      madeUpItem('R7-H-2-05'),
      madeUpItem('R7-H-2-06'),
    ]),
  ]),
  gate: 'R7-H-0',
};
const answer = (value: string, more: Partial<ChecklistAnswer> = {}): ChecklistAnswer => ({
  value,
  toConfirm: false,
  confirmedOn: '2026-11-01',
  targetOn: null,
  answeredBy: { name: '山田 花子' },
  ...more,
});
const answers = new Map([
  ['R7-H-0', answer('yes')],
  ['R7-H-2-01', answer('no', { targetOn: '2026-12-31' })],
  ['R7-H-2-04', answer('unknown')],
  ['R7-H-2-05', answer('no', { targetOn: '2026-11-26' })],
  ['R7-H-2-06', answer('yes', { toConfirm: true })],
]);
const input = { sheet, answers, withoutVendor: true, today: '2026-11-27' };
const sections = checklistSections(input);

describe('the checklist', () => {
  it('says of every item how it stands, who confirmed it and when', () => {
    expect(sections.flatMap(({ items }) => items.map(({ id, state }) => [id, state]))).toEqual([
      ['R7-H-0', 'yes'],
      ['R7-H-2-01', 'no'],
      ['R7-H-2-02', 'aside'],
      ['R7-H-2-04', 'unknown'],
      ['R7-H-2-05', 'no'],
      ['R7-H-2-06', 'open'],
    ]);
    expect(sections[1]?.items[0]).toMatchObject({
      label: '2-①',
      respondent: '運用担当',
      confirmedBy: '山田 花子',
      confirmedOn: '2026-11-01',
      late: false,
    });
    expect(sections[1]?.items[1]).toMatchObject({ reason: '事業者と契約していないため、記入は要りません。' });
  });

  it('counts 分からない as いいえ and leaves out what need not be filled in', () => {
    expect(countItems(sections.flatMap(({ items }) => items))).toEqual({ yes: 1, no: 3, open: 1, aside: 1 });
  });

  it('lists what is not はい yet, late ones first and those without a day last', () => {
    expect(openItems(sections).map(({ id, late, lacksTarget }) => [id, late, lacksTarget])).toEqual([
      ['R7-H-2-05', true, false],
      ['R7-H-2-01', false, false],
      ['R7-H-2-04', false, true],
    ]);
  });

  it('sets everything but the gate aside where that is いいえ, and asks for no target there', () => {
    const closed = checklistSections({ ...input, answers: new Map([['R7-H-0', answer('no')]]) });
    expect(countItems(closed.flatMap(({ items }) => items))).toEqual({ yes: 0, no: 1, open: 0, aside: 5 });
    expect(openItems(closed)).toEqual([]);
  });
});

describe('the printed form', () => {
  const checklist = {
    fiscalYear: 2026,
    form: {
      sheetId: 'checklist-institution' as const,
      version: 'R7',
      title: 'チェックリスト',
      notice: '言い換えたもの',
      unverified: '番号は確かめていません。',
    },
    run: { id: 'r', status: 'submitted' as const, submittedAt: new Date('2026-11-27T03:00:00Z'), submittedBy: '佐藤' },
    sections,
    vendors: { withoutVendor: false, systems: 3, answered: 1, unanswered: 2, no: 4, late: 0 },
  };
  const printed = formDocument({ checklist, facility: 'みなと病院', now: new Date('2026-11-27T03:00:00Z') });

  it('has two boxes: 分からない stands in that of いいえ and says so', () => {
    const lines = printed.sections.flatMap((section) => section.lines);
    expect(lines.map(({ yes, no }) => [yes, no])).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [false, true],
      [false, true],
      [false, false],
    ]);
    expect(lines[3]?.remark).toContain('分からない');
    expect(lines[5]).toMatchObject({ yes: false, no: false, remark: '未回答' });
    expect(lines[1]).toMatchObject({ confirmed: '令和8年11月1日', target: '令和8年12月31日', by: '山田 花子' });
  });

  it('marks what nobody could check, says why, and says what an item is about and by which year', () => {
    const [, , unsure, sure] = printed.sections.flatMap((section) => section.lines);
    expect(unsure).toMatchObject({ unsure: true, beside: '対象：全般　国の目標：令和9年度' });
    expect(sure).toMatchObject({ unsure: false, beside: '' });
    expect(printed.cautions[0]).toBe('要確認：番号は確かめていません。');
    expect(printed.cautions[1]).toMatch(/^要確認（R7-H-2-02）：/);
  });

  it('says what it is in one sentence, also where the notice of a loaded form was one already', () => {
    expect(['言い換えたもの', '読み込んだものです。'].map(noticeSentence)).toEqual([
      '言い換えたものです。',
      '読み込んだものです。',
    ]);
  });

  it('names the year of its version, and a version that puts it right by its own name too', () => {
    expect(['R7', 'R8.1', 'R10.12'].map(versionYear)).toEqual([
      '令和7年度版',
      '令和8年度版（R8.1）',
      '令和10年度版（R10.12）',
    ]);
  });

  it('says whose it is, of which year, and that its words are our own', () => {
    expect(printed).toMatchObject({ facility: 'みなと病院', standing: '令和8年11月27日（金）に提出（佐藤）' });
    expect(printed.cautions.join('')).toContain('令和7年度版の項目に、令和8年度');
  });
});

describe('what the printed form says of vendors', () => {
  const tally = { withoutVendor: false, systems: 3, answered: 1, unanswered: 2, no: 4, late: 0 };

  it('tells who has not answered apart from いいえ', () => {
    expect(vendorWords(tally)).toBe('3システム（回答済み 1・事業者が未回答 2）、いいえ 4項目');
  });

  it('asks for no form of a vendor where none is under contract, and hides no empty list', () => {
    expect(vendorWords({ ...tally, withoutVendor: true })).toContain('要りません');
    expect(vendorWords({ ...tally, systems: 0 })).toContain('まだありません');
  });
});

it('a pharmacy has the form of pharmacies, everybody else the one of institutions', () => {
  expect([formOf('pharmacy'), formOf('clinic'), formOf('hospital')]).toEqual([
    'checklist-pharmacy',
    'checklist-institution',
    'checklist-institution',
  ]);
  const begun = [{ sheetId: 'hospital' }, { sheetId: 'checklist-pharmacy' }];
  expect(formRun(begun, 'checklist-institution')).toEqual({ sheetId: 'checklist-pharmacy' });
  expect(formRun([{ sheetId: 'checklist-vendor' }], 'checklist-pharmacy')).toBeUndefined();
});
