import { assessmentContract } from '#core/assessment/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

const assessment = queriesFor(assessmentContract);

export function resultQuery(facilityId: string, runId: string) {
  return assessment.result.queryOptions({ input: { facilityId, runId } });
}
