import { decisionContract } from '#core/plan/decision/decision-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

/** Apart from the other calls of plans, which no page needs to begin with. */
export const decisions = queriesFor(decisionContract);
/** What the executives are asked and have decided. */
export const decisionsQuery = (facilityId: string) =>
  decisions.decisionRequests.queryOptions({ input: { facilityId }, staleTime: 0 });
export type DecisionList = Awaited<ReturnType<typeof decisions.decisionRequests.call>>;
export type ShownRequest = DecisionList['due'][number];
