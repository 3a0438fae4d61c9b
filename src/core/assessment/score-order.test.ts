import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLower } from './score-order.ts';
import { meanOf } from './scoring.ts';

describe('a score is lower than another', () => {
  const area = fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 1, maxLength: 8 });
  const sheet = fc.array(area, { minLength: 1, maxLength: 14 });
  const scoreOf = (areas: readonly (readonly number[])[]) =>
    meanOf(areas.flatMap((points) => meanOf(points) ?? [])) ?? 0;
  const sameOtherOrder = sheet.chain((areas) =>
    fc.tuple(fc.constant(areas), fc.shuffledSubarray(areas, { minLength: areas.length })),
  );

  it.each([
    [1.5, 2, true],
    [2, 1.5, false],
    [1.6126984126984123, 1.6126984126984127, false],
    [1.6126984126984127, 1.6126984126984123, false],
    [1.612698412, 1.612698413, true],
  ])('%d than %d: %s', (score, other, lower) => expect(isLower(score, other)).toBe(lower));

  it('never where the areas only stand in another order', () => {
    fc.assert(
      fc.property(sameOtherOrder, ([areas, shuffled]) => {
        expect(isLower(scoreOf(areas), scoreOf(shuffled))).toBe(false);
        expect(isLower(scoreOf(shuffled), scoreOf(areas))).toBe(false);
      }),
    );
  });

  it('always where one more point was given', () => {
    fc.assert(
      fc.property(sheet, (areas) => {
        const raised = areas.map((points, place) =>
          place === 0 ? [(points[0] ?? 0) + 1, ...points.slice(1)] : points,
        );
        expect(isLower(scoreOf(areas), scoreOf(raised))).toBe(true);
      }),
    );
  });
});
