import { expect, it } from 'vitest';
import { dayInJapan } from '../kernel/fiscal-year.ts';
import {
  dueOutsideYear,
  isInYear,
  isLate,
  lastDayOf,
  mayCarryOver,
  quarterOfDay,
  sameDayIn,
  type Task,
  taskEditSchema,
} from './task.ts';

const task = (part: Partial<Task> = {}): Task => ({
  id: '7b0e6c1a-0000-4000-8000-000000000000',
  fiscalYear: 2026,
  addedOn: '2026-04-01',
  measureId: null,
  title: '台帳を作る',
  owner: null,
  dueOn: '2026-09-30',
  status: 'todo',
  costPlanned: 100,
  costSpent: 0,
  personDays: 0.1,
  aim: '',
  measuredBy: '',
  revision: 1,
  ...part,
});

it('a quarter ends on its last day, the fourth in the next calendar year', () => {
  expect(([1, 2, 3, 4] as const).map((quarter) => lastDayOf(2026, quarter))).toEqual([
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
    '2027-03-31',
  ]);
  expect(['2026-04-01', '2026-06-30', '2026-07-01', '2027-03-31'].map(quarterOfDay)).toEqual([1, 1, 2, 4]);
});

it('is late from the day after its last one, until it is done or given up', () => {
  expect(isLate(task(), '2026-09-30')).toBe(false);
  expect(isLate(task({ status: 'doing' }), '2026-10-01')).toBe(true);
  expect(isLate(task({ status: 'done' }), '2026-10-01')).toBe(false);
  expect(isLate(task({ status: 'dropped' }), '2026-10-01')).toBe(false);
  expect(dayInJapan(new Date('2026-09-30T15:00:00Z'))).toBe('2026-10-01');
});

it('is carried over from the last quarter of its year on', () => {
  expect(mayCarryOver(2027, '2026-12-31')).toBe(false);
  expect(mayCarryOver(2027, '2027-01-01')).toBe(true);
  expect(mayCarryOver(2027, '2027-04-01')).toBe(true);
});

it('is due in its own fiscal year', () => {
  const days = ['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'];
  expect(days.map((day) => isInYear(day, 2026))).toEqual([false, true, true, false]);
  expect(dueOutsideYear(2026)).toBe('期限は、令和8年度の中（令和8年4月1日〜令和9年3月31日）の日にしてください。');
});

it('needs words, and a day that exists', () => {
  const { id: _, fiscalYear: __, measureId: ___, addedOn: _added, owner: ____, revision: _____, ...edit } = task();
  expect(taskEditSchema.safeParse({ ...edit, ownerId: null }).success).toBe(true);
  expect(taskEditSchema.safeParse({ ...edit, ownerId: null, title: ' ' }).success).toBe(false);
  expect(taskEditSchema.safeParse({ ...edit, ownerId: null, dueOn: '2026-02-30' }).success).toBe(false);
});

it('finds the same day in another fiscal year', () => {
  expect(sameDayIn(2027, '2026-09-30')).toBe('2027-09-30');
  expect(sameDayIn(2027, '2027-03-31')).toBe('2028-03-31');
  expect(sameDayIn(2028, '2028-02-29')).toBe('2029-02-28');
  expect(sameDayIn(2031, '2028-02-29')).toBe('2032-02-29');
});
