import { expect, it } from 'vitest';
import { monthsOf, shareOfYear, spanOf } from './timeline.ts';

it('knows where a day lies in its fiscal year', () => {
  expect(shareOfYear('2026-04-01', 2026)).toBe(0);
  expect(shareOfYear('2027-03-31', 2026)).toBeCloseTo(364 / 365);
  expect(shareOfYear('2026-10-01', 2026)).toBeCloseTo(183 / 365);
  expect(shareOfYear('2025-12-01', 2026)).toBe(0);
  expect(shareOfYear('2027-04-01', 2026)).toBe(1);
});

it('begins with April, and counts 29 February where there is one', () => {
  expect(monthsOf(2026).map(({ month }) => month)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]);
  expect(monthsOf(2026).at(-1)?.from).toBeCloseTo(334 / 365);
  expect(monthsOf(2027).at(-1)?.from).toBeCloseTo(335 / 366);
});

it('takes a task from the day it was added until its last day is over', () => {
  const span = (addedOn: string, dueOn: string) => spanOf({ addedOn, dueOn, fiscalYear: 2026 });
  expect(span('2026-05-01', '2026-06-30')).toEqual({ from: 30 / 365, to: expect.closeTo(91 / 365) });
  expect(span('2026-02-01', '2026-04-30').from).toBe(0);
  expect(span('2026-09-01', '2026-06-30')).toEqual({ from: 90 / 365, to: expect.closeTo(91 / 365) });
  expect(span('2026-09-01', '2027-03-31').to).toBe(1);
});
