import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestShown } from '../kernel/small-cells.ts';
import { unnamedOf } from './unnamed.ts';

type Three = readonly [number, number, number];

const of = ([notBegun, open, submitted]: Three) => unnamedOf({ 'not-begun': notBegun, open, submitted });
const shown = (counts: Three) => {
  const { facilities, stages } = of(counts);
  return [facilities, [stages['not-begun'], stages.open, stages.submitted]];
};

const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((total, each) => total + (each ?? 0), 0);

/** Whether the number at this place could be another one, for all that a reader sees: the whole, the rest, and that none is negative. */
function couldBeAnother(counts: Three, place: number): boolean {
  const { facilities, stages } = of(counts);
  const seen = [stages['not-begun'], stages.open, stages.submitted];
  if (seen[place] !== null) return false;
  const hidden = seen.filter((each) => each === null).length;
  return facilities === null ? hidden === 3 : hidden > 1 && facilities - sum(seen) > 0;
}

describe('members that agreed to be counted only', () => {
  test.each<{ name: string; counts: Three; facilities: number | null; stages: (number | null)[] }>([
    { name: 'ten or more at each stage are told', counts: [12, 10, 30], facilities: 52, stages: [12, 10, 30] },
    {
      name: 'ten in all are told, where all stand is not',
      counts: [10, 0, 0],
      facilities: 10,
      stages: [null, null, null],
    },
    { name: 'nine in all are not told', counts: [9, 0, 0], facilities: null, stages: [null, null, null] },
    { name: 'one alone is not told', counts: [0, 0, 1], facilities: null, stages: [null, null, null] },
    { name: 'a few at each stage are not told', counts: [3, 3, 3], facilities: null, stages: [null, null, null] },
    {
      name: 'twelve made of three small numbers are told as a whole',
      counts: [4, 4, 4],
      facilities: 12,
      stages: [null, null, null],
    },
    { name: 'none are told as none', counts: [0, 0, 0], facilities: 0, stages: [0, 0, 0] },
    {
      name: 'nine at a stage take the smaller other along',
      counts: [9, 30, 20],
      facilities: 59,
      stages: [null, 30, null],
    },
    { name: 'none at a stage take one along too', counts: [40, 0, 25], facilities: 65, stages: [40, null, null] },
    {
      name: 'two small numbers that are not alone leave the third',
      counts: [3, 5, 50],
      facilities: 58,
      stages: [null, null, 50],
    },
    {
      name: 'that all are at one stage is not told: the others would be none',
      counts: [0, 25, 0],
      facilities: 25,
      stages: [null, null, null],
    },
  ])('$name: $counts', ({ counts, facilities, stages }) => expect(shown(counts)).toEqual([facilities, stages]));

  const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 500 }));
  const some = fc.tuple(count, count, count).filter((counts) => sum(counts) > 0);

  test('no number under ten is told, and what is told is so', () => {
    fc.assert(
      fc.property(some, (counts) => {
        const { facilities, stages } = of(counts);
        const told = [facilities, stages['not-begun'], stages.open, stages.submitted];
        for (const [place, each] of told.entries()) {
          if (each === null) continue;
          expect(each).toBe([sum(counts), ...counts][place]);
          expect(each).toBeGreaterThanOrEqual(fewestShown);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what is not told does not follow from what is', () => {
    fc.assert(
      fc.property(some, (counts) => {
        const { stages } = of(counts);
        const hidden = Object.values(stages).flatMap((each, place) => (each === null ? [place] : []));
        for (const place of hidden) expect(couldBeAnother(counts, place)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('the whole is told from ten on, and every stage once each has ten', () => {
    const large = fc.integer({ min: fewestShown, max: 500 });
    fc.assert(
      fc.property(large, large, large, (one, two, three) => {
        expect(shown([one, two, three])).toEqual([one + two + three, [one, two, three]]);
      }),
    );
    fc.assert(
      fc.property(some, (counts) => {
        expect(of(counts).facilities !== null).toBe(sum(counts) >= fewestShown);
      }),
    );
  });
});
