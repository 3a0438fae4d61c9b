import { evidenceContract } from '#core/evidence/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const evidence = queriesFor(evidenceContract);

/** A file as JSON brings it: its time is text. */
export type EvidenceView = Awaited<ReturnType<typeof evidence.list.call>>[number];

/** Every file of a facility; items pick theirs out of it. */
export function evidenceQuery(facilityId: string) {
  return evidence.list.queryOptions({ input: { facilityId } });
}
