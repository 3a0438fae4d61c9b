import { planContract } from '#core/plan/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const plans = queriesFor(planContract);
export const costsQuery = (facilityId: string) => plans.costs.queryOptions({ input: { facilityId } });
/** The tasks of a fiscal year. */
export const tasksQuery = (facilityId: string, fiscalYear: number) =>
  plans.tasks.queryOptions({ input: { facilityId, fiscalYear }, staleTime: 0 });
/** What the executives are asked and have decided. */
export const decisionsQuery = (facilityId: string) =>
  plans.decisionRequests.queryOptions({ input: { facilityId }, staleTime: 0 });
export type DecisionList = Awaited<ReturnType<typeof plans.decisionRequests.call>>;
export type ShownRequest = DecisionList['due'][number];
export type AskedPlan = Parameters<typeof plans.make.call>[0];
export type PlanView = Awaited<ReturnType<typeof plans.make.call>>;
