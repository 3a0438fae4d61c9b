import { expect, it } from 'vitest';
import { dayInJapan } from '../kernel/fiscal-year.ts';
import { carriedOver, isLate, lastDayOf, quarterOfDay, type Task, taskEditSchema } from './task.ts';

const task = (part: Partial<Task> = {}): Task => ({
  id: '7b0e6c1a-0000-4000-8000-000000000000',
  fiscalYear: 2026,
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

it('goes on in the next year with what is left of its money, due a year later', () => {
  const on = carriedOver(task({ status: 'doing', costSpent: 30, dueOn: '2028-02-29' }));
  expect(on).toMatchObject({ fiscalYear: 2027, dueOn: '2029-02-28', costPlanned: 70, costSpent: 0, status: 'doing' });
  expect(carriedOver(task({ costSpent: 130 }))).toMatchObject({ costPlanned: 0, dueOn: '2027-09-30' });
});

it('needs words, and a day that exists', () => {
  const { id: _, fiscalYear: __, measureId: ___, owner: ____, revision: _____, ...edit } = task();
  expect(taskEditSchema.safeParse({ ...edit, ownerId: null }).success).toBe(true);
  expect(taskEditSchema.safeParse({ ...edit, ownerId: null, title: ' ' }).success).toBe(false);
  expect(taskEditSchema.safeParse({ ...edit, ownerId: null, dueOn: '2026-02-30' }).success).toBe(false);
});
