import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bands } from './band.ts';
import { proposedCriteria } from './criteria.ts';
import { bandOf, impactOf, isOnScale, levelOf, levelsIn, movedLevel, movesOf } from './level.ts';

it.each([
  [1, 'calm'],
  [5, 'calm'],
  [6, 'attention'],
  [14, 'attention'],
  [15, 'urgent'],
  [25, 'urgent'],
  [0, null],
] as const)('a level of %i stands in the band %s', (level, band) => {
  expect(bandOf(level, proposedCriteria)).toBe(band);
});

it('every level of an estimate stands in exactly one band', () => {
  for (let level = 1; level <= 25; level += 1) {
    const holding = bands.filter((band) => {
      const [from, to] = levelsIn(band, proposedCriteria);
      return from <= level && level <= to;
    });
    expect(holding).toEqual([bandOf(level, proposedCriteria)]);
  }
});

it('a level is the product of both axes, and nothing where nobody has estimated', () => {
  expect(levelOf({ likelihood: 3, impact: 4 })).toBe(12);
  expect(levelOf(null)).toBe(0);
  expect(isOnScale({ likelihood: 5, impact: 5 }, proposedCriteria)).toBe(true);
  const short = { ...proposedCriteria, likelihood: proposedCriteria.likelihood.slice(0, 4) };
  expect(isOnScale({ likelihood: 5, impact: 5 }, short)).toBe(false);
});

it('a scale of another length keeps the ends and the order, and makes nothing smaller by rounding', () => {
  expect(movesOf(5, 3)).toEqual([1, 2, 2, 3, 3]);
  expect(movesOf(3, 5)).toEqual([1, 3, 5]);
  expect(movesOf(4, 4)).toEqual([1, 2, 3, 4]);
  const count = fc.integer({ min: 3, max: 5 });
  fc.assert(
    fc.property(count, count, (from, to) => {
      const moves = movesOf(from, to);
      expect([moves[0], moves.at(-1)]).toEqual([1, to]);
      for (let level = 1; level <= from; level += 1) {
        expect((movedLevel(level, from, to) - 1) / (to - 1)).toBeGreaterThanOrEqual((level - 1) / (from - 1) - 1e-9);
        expect(movedLevel(level, from, to)).toBeGreaterThanOrEqual(movedLevel(Math.max(1, level - 1), from, to));
      }
    }),
  );
});

it.each([
  [{ outageHours: null, patients: null, leaked: null }, null],
  [{ outageHours: 0, patients: null, leaked: null }, 1],
  [{ outageHours: 23, patients: null, leaked: null }, 3],
  [{ outageHours: 24, patients: null, leaked: null }, 4],
  [{ outageHours: 2, patients: null, leaked: 10_000 }, 5],
] as const)('the numbers %j reach the level of impact %s', (numbers, level) => {
  expect(impactOf(numbers, proposedCriteria)).toBe(level);
});
