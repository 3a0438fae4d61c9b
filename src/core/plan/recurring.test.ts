import { expect, it } from 'vitest';
import { goingOn, type MeasureTask } from './recurring.ts';

const task = (measureId: string, fiscalYear: number, status: MeasureTask['status'] = 'done'): MeasureTask => {
  return { measureId, fiscalYear, status };
};
const idsIn = (fiscalYear: number, tasks: readonly MeasureTask[]) =>
  goingOn(tasks, fiscalYear).map((one) => [one.measureId, one.fiscalYear]);

it('goes on from the year after it was finished, year after year', () => {
  expect(idsIn(2026, [task('M01-1', 2026)])).toEqual([]);
  expect(idsIn(2027, [task('M01-1', 2026)])).toEqual([['M01-1', 2026]]);
  expect(idsIn(2029, [task('M01-1', 2026)])).toEqual([['M01-1', 2026]]);
  expect(idsIn(2028, [task('M01-1', 2026), task('M01-1', 2027, 'todo')])).toEqual([['M01-1', 2027]]);
  expect(idsIn(2027, [task('M01-1', 2026), task('M01-1', 2027, 'todo')])).toEqual([['M01-1', 2027]]);
});

it('does not go on where it never was finished, or is dropped since', () => {
  expect(idsIn(2027, [task('M01-1', 2026, 'doing')])).toEqual([]);
  expect(idsIn(2028, [task('M01-1', 2026), task('M01-1', 2027, 'dropped')])).toEqual([]);
  expect(idsIn(2027, [task('M01-1', 2026), task('M01-1', 2027, 'dropped')])).toEqual([]);
  expect(idsIn(2029, [task('M01-1', 2026), task('M01-1', 2027, 'dropped'), task('M01-1', 2028)])).toEqual([
    ['M01-1', 2028],
  ]);
});
