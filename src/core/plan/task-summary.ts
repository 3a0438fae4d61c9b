import { z } from 'zod';
import { type Quarter, quarterSchema } from './schedule.ts';
import { type TaskStatus, taskStatusSchema } from './task.ts';

/** Tasks of one fiscal year, area, state and quarter together; yen and person-days are sums. */
export const taskSumSchema = z.object({
  /** The area of the measures; null for what is no measure. */
  area: z.object({ id: z.string(), title: z.string() }).nullable(),
  status: taskStatusSchema,
  quarter: quarterSchema,
  tasks: z.number().int(),
  costPlanned: z.number().int(),
  costSpent: z.number().int(),
  personDays: z.number(),
});
export type TaskSum = z.infer<typeof taskSumSchema>;

type Summed = Pick<TaskSum, 'status' | 'tasks' | 'costPlanned' | 'costSpent' | 'personDays'>;
const countsOn = ({ status }: Summed) => status !== 'dropped' && status !== 'carried';

/** What was set and what came of it: yen, person-days in tenths, numbers of tasks. */
export type TaskTotals = {
  readonly planned: number;
  readonly spent: number;
  readonly personDays: number;
  readonly done: number;
  readonly all: number;
};

/** Sums together, without the tasks given up; of those carried over only what was spent counts. */
export function taskTotals(sums: readonly Summed[]): TaskTotals {
  const counted = sums.filter(countsOn);
  const sum = (of: (one: Summed) => number, among = counted) => among.reduce((total, one) => total + of(one), 0);
  const carried = sums.filter(({ status }) => status === 'carried');
  return {
    planned: sum(({ costPlanned }) => costPlanned),
    spent: sum(({ costSpent }) => costSpent) + sum(({ costSpent }) => costSpent, carried),
    personDays: Math.round(sum(({ personDays }) => personDays) * 10) / 10,
    done: sum(({ status, tasks }) => (status === 'done' ? tasks : 0)),
    all: sum(({ tasks }) => tasks),
  };
}

/** The budget of one area: planned and spent in yen. */
export type AreaBudget = TaskTotals & { readonly area: TaskSum['area'] };

/** The budget by area, the largest plan first; what is no measure comes last. */
export function budgetByArea(sums: readonly TaskSum[]): readonly AreaBudget[] {
  const byArea = Map.groupBy(sums, ({ area }) => area?.id ?? null);
  const rows = [...byArea.values()].map((of) => ({ area: of[0]?.area ?? null, ...taskTotals(of) }));
  return rows
    .filter(({ all, spent }) => all > 0 || spent > 0)
    .toSorted(
      (a, b) => Number(a.area === null) - Number(b.area === null) || b.planned - a.planned || b.spent - a.spent,
    );
}

/** How many tasks there are with one of these states; with none named, in any. */
export const countOf = (sums: readonly TaskSum[], ...states: readonly TaskStatus[]): number =>
  sums
    .filter(({ status }) => states.length === 0 || states.includes(status))
    .reduce((all, { tasks }) => all + tasks, 0);

/** How many tasks are due in a quarter. */
export const countIn = (sums: readonly TaskSum[], quarter: Quarter): number =>
  countOf(sums.filter((one) => one.quarter === quarter));
