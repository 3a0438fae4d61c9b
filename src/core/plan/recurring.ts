import { z } from 'zod';
import type { TaskStatus } from './task.ts';

/** A recurring measure that was finished in a former year: what it takes in each year since, and whether the year has a task of it. */
export const recurringSchema = z.object({
  measureId: z.string(),
  title: z.string(),
  /** Yen of one year. */
  cost: z.number(),
  /** Person-days of one year. */
  personDays: z.number(),
  hasTask: z.boolean(),
});
export type Recurring = z.infer<typeof recurringSchema>;

/** A task of a measure as far as it tells whether that recurs. */
export type MeasureTask = {
  readonly measureId: string;
  readonly fiscalYear: number;
  readonly status: TaskStatus;
};

/**
 * The newest task of each measure that goes on in a fiscal year: the measure was finished in a former one, and is not dropped
 * since. Whether a measure recurs at all is for the content to say.
 */
export function goingOn<Task extends MeasureTask>(tasks: readonly Task[], fiscalYear: number): readonly Task[] {
  const finished = new Set(
    tasks.filter((task) => task.status === 'done' && task.fiscalYear < fiscalYear).map(({ measureId }) => measureId),
  );
  const newest = new Map<string, Task>();
  for (const task of tasks) {
    const other = newest.get(task.measureId);
    if (task.fiscalYear <= fiscalYear && (!other || task.fiscalYear > other.fiscalYear))
      newest.set(task.measureId, task);
  }
  return [...newest.values()].filter(({ measureId, status }) => finished.has(measureId) && status !== 'dropped');
}
