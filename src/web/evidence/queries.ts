import { evidenceContract } from '#core/evidence/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const evidence = queriesFor(evidenceContract);

/** A file as JSON brings it: its time is text. */
export type EvidenceView = Awaited<ReturnType<typeof evidence.list.call>>[number];

/** Where a file is received. */
export const contentHref = (facilityId: string, { id }: Pick<EvidenceView, 'id'>) =>
  `/api/v1/facilities/${facilityId}/evidence/${id}/content`;

/** What a file belongs to. */
export type Place = { readonly itemId: string } | { readonly taskId: string };

/** Tells of each file whether it lies there. */
export const isAt =
  (place: Place) =>
  (file: Pick<EvidenceView, 'itemId' | 'alsoAt' | 'taskId'>): boolean =>
    'itemId' in place
      ? file.itemId === place.itemId || file.alsoAt.includes(place.itemId)
      : file.taskId === place.taskId;

/** Every file of a facility; items and tasks pick theirs out of it. */
export function evidenceQuery(facilityId: string) {
  return evidence.list.queryOptions({ input: { facilityId } });
}

/** What audits and drills established of the items of a facility. */
export function establishedQuery(facilityId: string) {
  return evidence.established.queryOptions({ input: { facilityId } });
}
