import { describe, expect, it } from 'vitest';
import { answersOf } from '#core/assessment/testing/made-up-answers.ts';
import { madeUpArea, madeUpItem, madeUpSheet, madeUpYesNo } from '#core/catalogue/testing/made-up-catalogue.ts';
import { lowAnswers } from './low-answers.ts';

const areas = [
  madeUpArea('01', [madeUpItem('H1'), madeUpItem('H2'), madeUpItem('H3')]),
  madeUpArea('02', [madeUpItem('H4'), madeUpItem('H5')]),
];
const listed = (groups: ReturnType<typeof lowAnswers>) =>
  groups.map(({ area, items }) => [area.id, ...items.map(({ item }) => item.id)]);

describe('low answers', () => {
  it('are 0 and "don\'t know" by area; areas without one are left out', () => {
    const groups = lowAnswers(
      madeUpSheet('hospital', areas),
      answersOf({ H1: '0', H2: '1', H3: 'unknown', H4: '3', H5: 'not-applicable' }),
    );
    expect(listed(groups)).toEqual([['01', 'H1', 'H3']]);
    expect(groups[0]?.unknown).toBe(1);
  });

  it('are no unanswered items on a sheet of steps', () => {
    expect(lowAnswers(madeUpSheet('hospital', areas), answersOf({ H1: null }))).toEqual([]);
  });

  it('are everything but はい on a sheet of はい and いいえ, left open included', () => {
    const sheet = madeUpSheet('network-level', areas, { scale: madeUpYesNo });
    const groups = lowAnswers(sheet, answersOf({ H1: 'yes', H2: 'no', H3: 'unknown', H4: null }));
    expect(listed(groups)).toEqual([
      ['01', 'H2', 'H3'],
      ['02', 'H4', 'H5'],
    ]);
  });
});
