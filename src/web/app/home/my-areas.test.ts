import { expect, it } from 'vitest';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { myAreasIn, waitingCount } from './my-areas.ts';

const area = (id: string, title: string, items: readonly string[]) => ({
  id,
  title,
  about: '',
  items: items.map((item) => ({
    id: item,
    text: item,
    help: { meaning: '', goodExample: '', commonMistake: '' },
    evidence: [],
    links: [],
  })),
  measures: [],
});
const sheet: Sheet = {
  id: 'hospital',
  version: '1.0.0',
  title: '病院システム',
  description: '',
  respondent: '',
  notice: '',
  published: '2026-04-01',
  basis: ['x'],
  scale: { id: 'steps', values: [], guidance: [] },
  areas: [area('01', '体制', ['A1', 'A2']), area('02', '教育', ['B1']), area('03', '資産', ['C1'])],
};
const me = { id: 'me' };
const run = {
  id: 'run',
  sheetTitle: '病院システム',
  answers: [
    { itemId: 'A1', value: '2' },
    { itemId: 'B1', value: '0' },
    { itemId: 'A2', value: null },
  ],
  assignments: [
    { areaId: '01', person: me },
    { areaId: '02', person: me },
    { areaId: '03', person: { id: 'other' } },
  ],
};

it('names the person’s own areas with what is left in them', () => {
  expect(myAreasIn(run, sheet, 'me')).toEqual({ runId: 'run', sheetTitle: '病院システム', titles: ['体制'], left: 1 });
});

it('is nothing once the areas are answered, or for a person without one', () => {
  const answers = [...run.answers, { itemId: 'A2', value: '1' }];
  expect(myAreasIn({ ...run, answers }, sheet, 'me')).toBeUndefined();
  expect(myAreasIn(run, sheet, 'nobody')).toBeUndefined();
});

it('counts the areas that wait, over all runs', () => {
  const mine = { runId: 'run', sheetTitle: '病院システム', titles: ['ログ', '監視', '保守', 'BCP'], left: 11 };
  expect(waitingCount([mine, { ...mine, titles: ['教育'] }])).toBe(5);
});
