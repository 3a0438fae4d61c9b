import { z } from 'zod';
import { ownerSchema } from '../identity/owner.ts';
import { daysOfFiscalYear, japaneseDay, quarterOf, yearTitle } from '../kernel/fiscal-year.ts';
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
  /** The day it was added, in Japan. */
  addedOn: z.iso.date(),
  measureId: z.string().nullable(),
  owner: ownerSchema.nullable(),
  revision: z.number().int(),
});
export type Task = z.infer<typeof taskSchema>;

const ends = ['06-30', '09-30', '12-31', '03-31'] as const;

/** The last day of a quarter: 「2026-09-30」. */
export function lastDayOf(fiscalYear: number, quarter: Quarter): string {
  return `${quarter === 4 ? fiscalYear + 1 : fiscalYear}-${ends[quarter - 1]}`;
}

/** The same day of the calendar in another fiscal year; of 29 February the day before where there is none. */
export function sameDayIn(fiscalYear: number, day: string): string {
  const [, month = '', date = ''] = day.split('-');
  const year = month < '04' ? fiscalYear + 1 : fiscalYear;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${year}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}`;
}

/** The quarter a day of Japan falls into. */
export const quarterOfDay = (day: string): Quarter => quarterOf(new Date(`${day}T00:00:00+09:00`));

/** Whether the task is still to be done and its day has passed. */
export const isLate = ({ status, dueOn }: Pick<Task, 'status' | 'dueOn'>, today: string): boolean =>
  isOpen({ status }) && dueOn < today;

/** Whether something is still to be done. */
export const isOpen = ({ status }: Pick<Task, 'status'>): boolean => status === 'todo' || status === 'doing';

/**
 * The day from which a fiscal year goes on with what the one before has not finished: the first of that one's last quarter. Before
 * it, what is under way is done in its own year.
 */
export const firstDayToCarry = (fiscalYear: number): string => `${fiscalYear}-01-01`;

/** Whether a fiscal year may go on with what the one before has not finished, on a day in Japan. */
export const mayCarryOver = (fiscalYear: number, today: string): boolean => today >= firstDayToCarry(fiscalYear);

/** Whether a day lies in a fiscal year: a task is due in its own. */
export function isInYear(day: string, fiscalYear: number): boolean {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  return first <= day && day <= last;
}

/** What is said of a last day outside the fiscal year of its task. */
export function dueOutsideYear(fiscalYear: number): string {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  return `期限は、${yearTitle(fiscalYear)}の中（${japaneseDay(first)}〜${japaneseDay(last)}）の日にしてください。`;
}
