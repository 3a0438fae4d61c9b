import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Evidence } from '#core/evidence/contract.ts';
import { mayRemoveEvidence } from '#core/evidence/right.ts';
import { canBeRestored } from '#core/evidence/undo.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { refuseSettled } from './admit.ts';
import { placeDetail } from './place.ts';
import { readableEvidence } from './readable.ts';
import { lockEvidence, markRemoved } from './repository.ts';

/** Puts removed evidence back while that is possible; evidence that stands is left as it is. */
export async function restoreEvidence(
  context: FacilityContext,
  catalogue: Catalogue,
  evidenceId: string,
): Promise<Evidence> {
  const { personId, roles, now } = context;
  const kept = await lockEvidence(context, evidenceId);
  const isReadable = await readableEvidence(context, catalogue);
  if (!kept || !isReadable(kept)) throw notFound();
  const { fileId: _, removedAt, ...evidence } = kept;
  if (!mayRemoveEvidence({ id: personId, roles }, evidence)) throw refused('not-allowed');
  await refuseSettled(context, evidence);
  if (!removedAt) return evidence;
  if (!canBeRestored(removedAt, now)) throw notFound();
  await recordActivity(context, 'evidence.restored', evidenceId, placeDetail(evidence));
  await markRemoved(context, evidenceId, null);
  return evidence;
}
