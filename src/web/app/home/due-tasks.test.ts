import { expect, test } from 'vitest';
import { dayInJapan, daysAfter } from '#core/kernel/fiscal-year.ts';
import { dueTasks } from './due-tasks.ts';
import { newHospital } from './testing/facts.ts';

const today = dayInJapan(new Date());
const due = (n: number, dueOn: string) => ({
  kind: 'task' as const,
  id: `t${n}`,
  title: `取り組み${n}`,
  dueOn,
  page: `tasks/t${n}`,
  owner: { id: 'p', name: '山田', left: false },
});

test('what is late is urgent, what is near is not, and each leads to its page', () => {
  const dues = [due(1, daysAfter(today, -1)), due(2, today)];
  expect(dueTasks({ ...newHospital, dues })).toMatchObject([
    { tone: 'attention', title: '取り組み1', act: { label: '取り組みを開く', href: '/facilities/f/tasks/t1' } },
    { tone: 'now', title: '取り組み2', act: { href: '/facilities/f/tasks/t2' } },
  ]);
});

test('what is nobody’s is said to be so to who sees to it', () => {
  const dues = [{ ...due(1, today), owner: null }];
  expect(dueTasks({ ...newHospital, dues })).toMatchObject([{ detail: expect.stringContaining('担当がいません') }]);
});

test('of many the first five are shown, and where the others are', () => {
  const dues = Array.from({ length: 7 }, (_, n) => due(n, today));
  const shown = dueTasks({ ...newHospital, dues });
  expect(shown).toHaveLength(6);
  expect(shown.at(-1)).toMatchObject({
    title: 'ほかに、期限の近いことが2件あります',
    act: { href: '/facilities/f/year' },
  });
});
