import { expect, test } from 'vitest';
import type { Task } from '#core/plan/task.ts';
import { changedFacts, taskFacts } from './task-facts.ts';

const opened: Task = {
  id: '22222222-2222-4222-8222-222222222222',
  fiscalYear: 2026,
  addedOn: '2026-04-01',
  measureId: null,
  title: '台帳を作る',
  owner: null,
  dueOn: '2026-12-31',
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 1,
  aim: '',
  measuredBy: '',
  revision: 1,
};

test('of a task somebody else changed only what is different now is told', () => {
  const current: Task = { ...opened, status: 'done', costSpent: 20_000, revision: 2 };
  expect(changedFacts(opened, current)).toEqual([
    { title: '状態', text: '終わった' },
    { title: '費用', text: '2万円（予定：0円）' },
  ]);
  expect(changedFacts(opened, { ...opened, revision: 2 })).toEqual([]);
});

test('of a task whose owner has left the former name stands beside that nobody has it, and alone once it is finished', () => {
  const owner = { id: '33333333-3333-4333-8333-333333333333', name: '山田', left: true };
  const said = (task: Task) => taskFacts(task).find(({ title }) => title === '担当')?.text;
  expect(said({ ...opened, owner })).toBe('担当がいません（元の担当 山田）');
  expect(said({ ...opened, owner, status: 'done' })).toBe('山田');
  expect(said(opened)).toBe('担当がいません');
});
