import type { Quarter } from '#core/plan/schedule.ts';
import { lastDayOf, type Task, type TaskEdit } from '#core/plan/task.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { daysOf, yenOf } from '../typed-amount.ts';

/** A task while it is typed. */
export type TaskDraft = {
  readonly title: string;
  readonly ownerId: string | null;
  readonly dueOn: string;
  readonly status: TaskEdit['status'];
  readonly costPlanned: string;
  readonly costSpent: string;
  readonly personDays: string;
  readonly aim: string;
  readonly measuredBy: string;
};

export const emptyTask = (fiscalYear: number, quarter: Quarter): TaskDraft => ({
  title: '',
  ownerId: null,
  dueOn: lastDayOf(fiscalYear, quarter),
  status: 'todo',
  costPlanned: '0',
  costSpent: '0',
  personDays: '0',
  aim: '',
  measuredBy: '',
});

/** What was carried over is opened again where somebody changes it. */
export const draftOf = ({ owner, status, ...task }: Task): TaskDraft => ({
  ...task,
  status: status === 'carried' ? 'todo' : status,
  ownerId: owner?.id ?? null,
  costPlanned: String(task.costPlanned),
  costSpent: String(task.costSpent),
  personDays: String(task.personDays),
});

/** What was typed as the task to save, or what is missing or wrong. */
export function taskOf(draft: TaskDraft): { readonly task: TaskEdit } | { readonly faults: FieldFaults } {
  const [costPlanned, costSpent, personDays] = [
    yenOf(draft.costPlanned),
    yenOf(draft.costSpent),
    daysOf(draft.personDays),
  ];
  const yenFault = '金額を数字で入力してください（例：12万）。';
  const faults: FieldFaults = {
    ...(draft.title.trim() === '' && { title: '何をするかを書いてください。' }),
    ...(!/^\d{4}-\d\d-\d\d$/.test(draft.dueOn) && { dueOn: '期限の日を選んでください。' }),
    ...(costPlanned === undefined && { costPlanned: yenFault }),
    ...(costSpent === undefined && { costSpent: yenFault }),
    ...(personDays === undefined && { personDays: '人日を数字で入力してください（例：3）。' }),
  };
  if (
    costPlanned === undefined ||
    costSpent === undefined ||
    personDays === undefined ||
    Object.keys(faults).length > 0
  )
    return { faults };
  const { title, ownerId, dueOn, status, aim, measuredBy } = draft;
  return {
    task: { title: title.trim(), ownerId, dueOn, status, costPlanned, costSpent, personDays, aim, measuredBy },
  };
}
