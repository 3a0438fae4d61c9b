import { expect, it } from 'vitest';
import { quarters } from './schedule.ts';
import { budgetByArea, countIn, countOf, type TaskSum, taskTotals } from './task-summary.ts';

const [backup, accounts] = [
  { id: '10', title: 'バックアップ' },
  { id: '06', title: 'アカウント' },
];
const sum = (part: Partial<TaskSum> = {}): TaskSum => ({
  area: backup,
  status: 'todo',
  quarter: 1,
  tasks: 1,
  costPlanned: 100,
  costSpent: 0,
  personDays: 0.1,
  ...part,
});

it('totals leave out what was given up, and count of what was carried over only what was spent', () => {
  const sums = [
    sum({ status: 'done', tasks: 2, costSpent: 30 }),
    sum({ personDays: 0.2 }),
    sum({ status: 'dropped', costSpent: 7 }),
    sum({ status: 'carried', costSpent: 5 }),
  ];
  expect(taskTotals(sums)).toEqual({ planned: 200, spent: 35, personDays: 0.3, done: 2, all: 3 });
  expect(taskTotals([])).toEqual({ planned: 0, spent: 0, personDays: 0, done: 0, all: 0 });
});

it('the budget stands by area, the largest plan first, what is no measure last, without what was given up', () => {
  const rows = budgetByArea([
    sum({ area: null, costPlanned: 900 }),
    sum({ costPlanned: 100, costSpent: 120 }),
    sum({ costPlanned: 50, quarter: 3 }),
    sum({ area: accounts, costPlanned: 500 }),
    sum({ area: { id: '01', title: '体制' }, status: 'dropped' }),
  ]);
  expect(rows.map(({ area, planned, spent }) => [area?.title, planned, spent])).toEqual([
    ['アカウント', 500, 0],
    ['バックアップ', 150, 120],
    [undefined, 900, 0],
  ]);
});

it('every task of a year stands in one state and one quarter', () => {
  const states = ['todo', 'doing', 'done', 'dropped', 'carried'] as const;
  const sums = states.flatMap((status) => quarters.map((quarter) => sum({ status, quarter, tasks: quarter })));
  expect(countOf(sums)).toBe(50);
  expect(quarters.map((quarter) => countIn(sums, quarter))).toEqual([5, 10, 15, 20]);
  expect(countOf(sums, 'todo', 'doing')).toBe(20);
  expect(countOf([])).toBe(0);
});
