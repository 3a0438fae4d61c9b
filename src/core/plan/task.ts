import { z } from 'zod';
import { quarterOf } from '../kernel/fiscal-year.ts';
import type { Quarter } from './schedule.ts';

/** States somebody gives a task. */
export const taskStatuses = ['todo', 'doing', 'done', 'dropped'] as const;
const given = z.enum(taskStatuses);
export const taskStatusSchema = z.enum([...taskStatuses, 'carried']);
export type TaskStatus = z.infer<typeof taskStatusSchema>;

/** How a task stands, as people read it. */
export const taskStatusTitles: Readonly<Record<TaskStatus, string>> = {
  todo: 'これから',
  doing: '進行中',
  done: '終わった',
  dropped: 'やめた',
  carried: '次の年度へ',
};

const yen = z.number().int().min(0).max(999_999_999_999);
const words = (most: number) => z.string().max(most, `${most}文字までです。`);

/** What somebody says of a task. */
export const taskEditSchema = z.object({
  title: words(200).refine((title) => title.trim() !== '', '何をするかを書いてください。'),
  /** A member of the facility. */
  ownerId: z.uuid().nullable(),
  /** The last day, in Japan. */
  dueOn: z.iso.date(),
  status: given,
  /** Yen of the fiscal year. */
  costPlanned: yen,
  costSpent: yen,
  personDays: z.number().min(0).max(99_999).multipleOf(0.1),
  /** How it is to be once it is done (目指す姿). */
  aim: words(1_000),
  /** By what one sees that it is so (測り方). */
  measuredBy: words(1_000),
});
export type TaskEdit = z.infer<typeof taskEditSchema>;

/** Something to be done in a fiscal year: a measure of an accepted plan, or what somebody added. */
export const taskSchema = taskEditSchema.omit({ ownerId: true }).extend({
  /** `carried` where the next fiscal year goes on with it. */
  status: taskStatusSchema,
  id: z.uuid(),
  fiscalYear: z.number().int(),
  measureId: z.string().nullable(),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  revision: z.number().int(),
});
export type Task = z.infer<typeof taskSchema>;

const ends = ['06-30', '09-30', '12-31', '03-31'] as const;

/** The last day of a quarter: 「2026-09-30」. */
export function lastDayOf(fiscalYear: number, quarter: Quarter): string {
  return `${quarter === 4 ? fiscalYear + 1 : fiscalYear}-${ends[quarter - 1]}`;
}

/** The quarter a day of Japan falls into. */
export const quarterOfDay = (day: string): Quarter => quarterOf(new Date(`${day}T00:00:00+09:00`));

/** Whether the task is still to be done and its day has passed. */
export const isLate = ({ status, dueOn }: Pick<Task, 'status' | 'dueOn'>, today: string): boolean =>
  isOpen({ status }) && dueOn < today;

/** Whether something is still to be done. */
export const isOpen = ({ status }: Pick<Task, 'status'>): boolean => status === 'todo' || status === 'doing';

/**
 * A task as the next fiscal year goes on with it: due a year later, with what is left of its money. Person-days stay, since
 * nobody counts those that were spent.
 */
export function carriedOver({
  dueOn,
  costPlanned,
  costSpent,
  fiscalYear,
  ...task
}: Task): Omit<Task, 'id' | 'revision'> {
  const { id: _, revision: __, ...rest } = task;
  const left = Math.max(0, costPlanned - costSpent);
  return { ...rest, fiscalYear: fiscalYear + 1, dueOn: aYearLater(dueOn), costPlanned: left, costSpent: 0 };
}

/** 29 February becomes the 28th. */
function aYearLater(day: string): string {
  const [year = '', rest = ''] = [day.slice(0, 4), day.slice(4)];
  return `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`;
}
