import { planContract } from '#core/plan/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const plans = queriesFor(planContract);
export const costsQuery = (facilityId: string) => plans.costs.queryOptions({ input: { facilityId } });
export type AskedTasks = Omit<Parameters<typeof plans.tasks.call>[0], 'facilityId' | 'after'>;
/** Which tasks of a year are looked at. */
export type TaskFilter = Pick<AskedTasks, 'owner' | 'area' | 'status'>;
/** Tasks, page by page. */
export const tasksQuery = (facilityId: string, asked: AskedTasks) =>
  plans.tasks.infiniteOptions({
    input: (after: string | undefined) => ({ facilityId, ...asked, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ tasks, more }) => (more ? tasks.at(-1)?.id : undefined),
    staleTime: 0,
  });
/** The first tasks of a fiscal year with these words, to choose one from. */
export const openTasksQuery = (facilityId: string, fiscalYear: number, words = '') =>
  plans.tasks.queryOptions({ input: { facilityId, fiscalYear, ...(words && { words }) }, staleTime: 0 });
/** What they come to, by area, state and quarter. */
export const taskSumsQuery = (facilityId: string, fiscalYear: number, filter: TaskFilter = {}) =>
  plans.taskSums.queryOptions({ input: { facilityId, fiscalYear, ...filter }, staleTime: 0 });
/** What plans of this year and the next were last asked of. */
export const wishesQuery = (path: { readonly facilityId: string; readonly runId: string }) =>
  plans.wishes.queryOptions({ input: path, staleTime: 0 });
/** What the plans were asked of that became tasks of a year. */
export const acceptancesQuery = (facilityId: string, fiscalYear: number) =>
  plans.acceptances.queryOptions({ input: { facilityId, fiscalYear }, staleTime: 0 });
/** What was finished in former years and goes on every year. */
export const recurringQuery = (facilityId: string, fiscalYear: number) =>
  plans.recurring.queryOptions({ input: { facilityId, fiscalYear }, staleTime: 0 });
/** One task and what was written about it. */
export const taskQuery = (facilityId: string, taskId: string) =>
  plans.task.queryOptions({ input: { facilityId, taskId }, staleTime: 0 });
/** What finished tasks speak for in an open run. */
export const derivedQuery = (path: { readonly facilityId: string; readonly runId: string }) =>
  plans.derivedAnswers.queryOptions({ input: path, staleTime: 0 });
export type TaskView = Awaited<ReturnType<typeof plans.task.call>>;
/** What they have decided, page by page. */
export const decidedQuery = (facilityId: string) =>
  plans.decisions.infiniteOptions({
    input: (after: string | undefined) => ({ facilityId, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ decisions, more }) => (more ? decisions.at(-1)?.decision.id : undefined),
    staleTime: 0,
  });
export type DecidedPage = Awaited<ReturnType<typeof plans.decisions.call>>;
export type AskedPlan = Parameters<typeof plans.make.call>[0];
export type PlanView = Awaited<ReturnType<typeof plans.make.call>>;
