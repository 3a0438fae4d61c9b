import { expect, it } from 'vitest';
import { dayCell } from './answer-day.ts';

it.each([
  ['2026-11-27', '2026-11-27'],
  ['2026/4/1', '2026-04-01'],
  ['２０２６年４月１日', '2026-04-01'],
  ['', null],
  [null, null],
  ['2026-02-30', undefined],
  ['4/1', undefined],
  [46000, undefined],
])('the cell %j stands for %j', (cell, day) => {
  expect(dayCell(cell)).toBe(day);
});
