import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bedClassOf, bedClassSchema } from '../organisation/bed-class.ts';
import { classOf, classTitle, percentileOf } from './comparison.ts';

const scores = fc.array(fc.constantFrom(0, 0.5, 1, 1.25, 1.5, 2, 2.75, 3), { minLength: 10, maxLength: 40 });

function percentile(score: number, others: readonly number[]): number | null {
  const lower = others.filter((other) => other < score).length;
  const ties = others.filter((other) => other === score).length;
  return percentileOf({ others: others.length, lower, ties });
}

describe('bed class', () => {
  it.each([
    [0, 'under-20'],
    [19, 'under-20'],
    [20, '20-99'],
    [99, '20-99'],
    [100, '100-199'],
    [199, '100-199'],
    [200, '200-299'],
    [299, '200-299'],
    [300, '300-399'],
    [399, '300-399'],
    [400, '400-499'],
    [499, '400-499'],
    [500, '500-plus'],
    [1500, '500-plus'],
    [null, 'unknown'],
  ])('of %j beds is %s', (beds, bedClass) => expect(bedClassOf(beds)).toBe(bedClass));

  it('has a name for everything it can be', () => {
    const titles = bedClassSchema.options.map((bedClass) => classTitle({ type: 'hospital', bedClass }));
    expect(titles[1]).toBe('病院・20〜99床');
    expect(titles.at(-1)).toBe('病院・病床数不明');
    expect(new Set(titles).size).toBe(8);
  });

  it('says nothing of beds where there are none, and of those that may be only once they are known', () => {
    expect(classTitle({ type: 'clinic', bedClass: 'under-20' })).toBe('無床診療所');
    expect(classTitle({ type: 'pharmacy', bedClass: 'unknown' })).toBe('薬局');
    expect(classTitle({ type: 'care-home', bedClass: '20-99' })).toBe('介護施設・20〜99床');
    expect(classTitle({ type: 'care-home', bedClass: 'unknown' })).toBe('介護施設');
  });

  it('makes the class with the type', () => {
    expect(classOf({ type: 'clinic-with-beds', beds: 19 })).toEqual({ type: 'clinic-with-beds', bedClass: 'under-20' });
  });
});

describe('percentile', () => {
  const ten = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2];

  it.each([
    [0, 0],
    [1, 25],
    [1.5, 50],
    [2, 75],
    [3, 100],
  ])('of %d among five 1 and five 2 is %d', (score, expected) => expect(percentile(score, ten)).toBe(expected));

  it('is not shown with fewer than 10 others', () => {
    expect(percentile(2, ten.slice(1))).toBeNull();
  });

  it('is symmetric: turning all scores round turns it round', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 3, noNaN: true }), (others, score) => {
        const turned = percentile(
          -score,
          others.map((other) => -other),
        );
        expect((percentile(score, others) ?? 0) + (turned ?? 0)).toBeCloseTo(100, 10);
      }),
    );
  });

  it('never falls when the score rises, and stays within 0 and 100', () => {
    const [from, by] = [fc.constantFrom(0, 1, 1.5, 2), fc.constantFrom(0, 0.5, 1)];
    fc.assert(
      fc.property(scores, from, by, (others, low, more) => {
        const [lower, higher] = [percentile(low, others) ?? -1, percentile(low + more, others) ?? -1];
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(higher).toBeLessThanOrEqual(100);
        expect(higher).toBeGreaterThanOrEqual(lower);
      }),
    );
  });

  it('is the share of pairs won, a tie being half a win', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(0, 1, 1.25, 3), (others, score) => {
        const won = others.reduce<number>((sum, other) => sum + (Math.sign(score - other) + 1) / 2, 0);
        expect(percentile(score, others)).toBeCloseTo((won / others.length) * 100, 10);
      }),
    );
  });
});
