import { personDaysText } from '#core/assessment/cost.ts';
import { ownerWords } from '#core/identity/owner.ts';
import { japaneseDate, yearTitle } from '#core/kernel/fiscal-year.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { isOpen, type Task, taskStatusTitles } from '#core/plan/task.ts';

type TaskFact = { readonly title: string; readonly text: string };

/** What is said of a task, as people read it. */
export function taskFacts(task: Task): readonly TaskFact[] {
  const { owner, dueOn, costPlanned, costSpent, personDays, aim, measuredBy, fiscalYear } = task;
  return [
    { title: '年度', text: yearTitle(fiscalYear) },
    { title: '担当', text: ownerWords(owner, isOpen(task)) || '担当がいません' },
    { title: '期限', text: japaneseDate(new Date(`${dueOn}T00:00:00+09:00`)) },
    { title: '費用', text: `${yenText(costSpent)}（予定：${yenText(costPlanned)}）` },
    { title: '手間', text: personDaysText(personDays) },
    { title: '目指す姿', text: aim || 'まだ書いていません' },
    { title: '測り方', text: measuredBy || 'まだ書いていません' },
  ];
}

const allFacts = (task: Task): readonly TaskFact[] => [
  { title: 'すること', text: task.title },
  { title: '状態', text: taskStatusTitles[task.status] },
  ...taskFacts(task),
];

/** What stands now of what was changed since a task was opened. */
export function changedFacts(opened: Task, current: Task): readonly TaskFact[] {
  const before = new Map(allFacts(opened).map(({ title, text }) => [title, text]));
  return allFacts(current).filter(({ title, text }) => before.get(title) !== text);
}
