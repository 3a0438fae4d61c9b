import { describe, expect, it } from 'vitest';
import { madeUpArea, madeUpItem, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import { changeSince } from './change.ts';
import { answersOf } from './testing/made-up-answers.ts';

const sheet = madeUpSheet('hospital', [
  madeUpArea('01', [madeUpItem('H01-1'), madeUpItem('H01-2')]),
  madeUpArea('02', [madeUpItem('H02-1')]),
]);
const last = { sheet, answers: answersOf({ 'H01-1': '1', 'H01-2': '2', 'H02-1': 'not-applicable' }) };

describe('change since the last run', () => {
  it('is given overall, per area and per item answered differently', () => {
    const now = { sheet, answers: answersOf({ 'H01-1': '3', 'H01-2': '2', 'H02-1': '1' }) };
    expect(changeSince(last, now)).toEqual({
      score: { before: 1.5, after: 1.75, change: 0.25 },
      areas: [
        { id: '01', before: 1.5, after: 2.5, change: 1 },
        { id: '02', before: null, after: 1, change: null },
      ],
      items: [
        { item: 'H01-1', before: '1', after: '3', change: 2 },
        { item: 'H02-1', before: 'not-applicable', after: '1', change: null },
      ],
    });
  });

  it('counts from unknown to 0 as no change of points, yet names it', () => {
    const before = { sheet, answers: answersOf({ 'H01-1': 'unknown' }) };
    const now = { sheet, answers: answersOf({ 'H01-1': '0' }) };
    expect(changeSince(before, now).items).toEqual([{ item: 'H01-1', before: 'unknown', after: '0', change: 0 }]);
  });

  it('is nothing between equal answers', () => {
    const { score, items } = changeSince(last, last);
    expect([score.change, items]).toEqual([0, []]);
  });

  it('compares only what both versions ask', () => {
    const next = madeUpSheet(
      'hospital',
      [madeUpArea('01', [madeUpItem('H01-1'), madeUpItem('H01-3')]), madeUpArea('03', [madeUpItem('H03-1')])],
      { version: '2.0.0' },
    );
    const now = { sheet: next, answers: answersOf({ 'H01-1': '2', 'H01-3': '2', 'H03-1': '2' }) };
    const { areas, items } = changeSince(last, now);
    expect(items.map(({ item }) => item)).toEqual(['H01-1']);
    expect(areas).toEqual([
      { id: '01', before: 1.5, after: 2, change: 0.5 },
      { id: '03', before: null, after: 2, change: null },
    ]);
  });
});
