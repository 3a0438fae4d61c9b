import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import { mirrorOf } from './mirror.ts';
import { scoreSheet } from './scoring.ts';
import { answersOf, stepValues } from './testing/made-up-answers.ts';

const question = '一緒に確かめませんか。';
const executiveSheet = madeUpSheet(
  'executive',
  [madeUpArea('E1', [madeUpItem('E1-1'), madeUpItem('E1-2')]), madeUpArea('E2', [madeUpItem('E2-1')])],
  { contradictions: [{ executive: 'E1-1', items: ['H01-1', 'H01-2', 'H01-3'], question }] },
);
const hospital = madeUpSheet('hospital', [
  madeUpArea(
    '01',
    ['H01-1', 'H01-2', 'H01-3'].map((id) => madeUpItem(id)),
  ),
]);

function technical(values: Record<string, AnswerValue | null>) {
  const answers = answersOf(values);
  return { answers, scores: scoreSheet(hospital, answers) };
}
const run = (first: AnswerValue | null, second: AnswerValue | null, third: AnswerValue | null) => {
  return answersOf({ 'E1-1': first, 'E1-2': second, 'E2-1': third });
};
const fine = technical({ 'H01-1': '2', 'H01-2': '2', 'H01-3': '2' });

describe('the executives’ view', () => {
  const mirror = mirrorOf(
    executiveSheet,
    [run('3', '1', 'not-applicable'), run('0', 'unknown', null), run('1', '2', '2')],
    fine,
  );

  it('has median and spread per item of three or more, without what does not count', () => {
    expect(mirror.items).toEqual([
      { item: 'E1-1', median: 1, min: 0, max: 3, n: 3 },
      { item: 'E1-2', median: 1, min: 0, max: 2, n: 3 },
      { item: 'E2-1', median: null, min: null, max: null, n: 1 },
    ]);
  });

  it('has median and spread of the scores per area and overall', () => {
    expect(mirror.areas[0]).toEqual({ id: 'E1', title: '分野E1', median: 1.5, min: 0, max: 2, n: 3 });
    expect(mirror.areas[1]).toMatchObject({ median: null, n: 1 });
    expect(mirror.overall).toEqual({ median: 1.75, min: 0, max: 2, n: 3 });
  });

  it('stands beside the technical result', () => {
    expect(mirror.technical).toMatchObject({ score: 2, areas: [{ id: '01', score: 2 }] });
  });

  it('takes the mean of the middle two of an even number', () => {
    const [low, high] = [run('0', '1', '3'), run('3', '2', '3')];
    const { items } = mirrorOf(executiveSheet, [low, low, high, high], fine);
    expect(items.map(({ median }) => median)).toEqual([1.5, 1.5, 3]);
  });

  it('says how many have answered, and nothing where none has', () => {
    const { executives, overall } = mirrorOf(executiveSheet, [], fine);
    expect([executives, overall]).toEqual([0, { median: null, min: null, max: null, n: 0 }]);
    expect(mirrorOf(executiveSheet, [run('1', '1', '1')], fine).executives).toBe(1);
  });

  it('does not depend on who answered what', () => {
    const values = fc.constantFrom(...stepValues);
    const runs = fc.array(fc.tuple(values, values, values), { maxLength: 6 });
    fc.assert(
      fc.property(runs, (all) => {
        const forwards = mirrorOf(
          executiveSheet,
          all.map((values) => run(...values)),
          fine,
        );
        const backwards = mirrorOf(
          executiveSheet,
          [...all].reverse().map((values) => run(...values)),
          fine,
        );
        expect(backwards).toEqual(forwards);
      }),
    );
  });
});

describe('a contradiction', () => {
  const about = (executives: readonly (AnswerValue | null)[], values: readonly (AnswerValue | null)[]) => {
    const result = technical({ 'H01-1': values[0] ?? null, 'H01-2': values[1] ?? null, 'H01-3': values[2] ?? null });
    return mirrorOf(
      executiveSheet,
      // Each view three times: the median is the same, and nobody stands alone.
      [...executives, ...executives, ...executives].map((value) => run(value, '1', '1')),
      result,
    ).contradictions;
  };

  it('is shown as a question where the views are 2 or more apart', () => {
    expect(about(['3'], ['1', '1', '1'])).toEqual([
      { executive: 'E1-1', items: ['H01-1', 'H01-2', 'H01-3'], question, executiveMedian: 3, technicalMean: 1 },
    ]);
  });

  it.each<[(AnswerValue | null)[], (AnswerValue | null)[], boolean]>([
    [['0'], ['2', '2', '2'], true],
    [['1'], ['3', '3', '2'], false],
    [['2', '3'], ['0', '0', '1'], true],
    [['2', '3'], ['0', '1', '1'], false],
    [['3'], ['unknown', 'unknown', '2'], true],
    [['unknown'], ['2', 'not-applicable', null], true],
    [['3'], ['0', 'not-applicable', '3'], false],
    [['not-applicable', null], ['3', '3', '3'], false],
    [['3'], ['not-applicable', null, null], false],
  ])('of executives %j and technical answers %j is shown: %j', (executives, values, shown) => {
    expect(about(executives, values)).toHaveLength(shown ? 1 : 0);
  });

  it('is not drawn from fewer than three executives', () => {
    const two = [run('3', '1', '1'), run('3', '1', '1')];
    expect(mirrorOf(executiveSheet, two, technical({ 'H01-1': '0' })).contradictions).toEqual([]);
  });

  it('is decided by exact fractions', () => {
    const steps = fc.constantFrom<AnswerValue>('0', '1', '2', '3');
    fc.assert(
      fc.property(steps, fc.tuple(steps, steps, steps), (executive, values) => {
        const thirds = values.map(Number).reduce((a, b) => a + b, 0);
        expect(about([executive], values).length === 1).toBe(Math.abs(Number(executive) * 3 - thirds) >= 6);
      }),
    );
  });
});
