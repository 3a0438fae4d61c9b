import { planContract } from '#core/plan/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const plans = queriesFor(planContract);
export type PlanView = Awaited<ReturnType<typeof plans.make.call>>;
