import { expect, test } from 'vitest';
import { emptyTask, taskOf } from './task-draft.ts';

const draft = { ...emptyTask(2026, 4), title: ' 台帳を作る ' };

test('what is typed in any width becomes a task due at the end of the quarter', () => {
  expect(taskOf({ ...draft, costPlanned: '５万', personDays: '2.5人日' })).toEqual({
    task: {
      title: '台帳を作る',
      ownerId: null,
      dueOn: '2027-03-31',
      status: 'todo',
      costPlanned: 50_000,
      costSpent: 0,
      personDays: 2.5,
      aim: '',
      measuredBy: '',
    },
  });
});

test('everything missing or wrong is told at once', () => {
  const wrong = { ...draft, title: ' ', dueOn: '', costPlanned: 'すこし', costSpent: '-1', personDays: '' };
  const read = taskOf(wrong);
  expect('faults' in read && Object.keys(read.faults)).toEqual([
    'title',
    'dueOn',
    'costPlanned',
    'costSpent',
    'personDays',
  ]);
});
