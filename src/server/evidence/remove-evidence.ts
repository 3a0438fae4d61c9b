import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { mayRemoveEvidence } from '#core/evidence/right.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { refuseSettled } from './admit.ts';
import { placeDetail } from './place.ts';
import { readableEvidence } from './readable.ts';
import { lockEvidence, markRemoved } from './repository.ts';

/** Takes evidence off its item; the file stays for as long as it can be put back. */
export async function removeEvidence(
  context: FacilityContext,
  catalogue: Catalogue,
  evidenceId: string,
): Promise<void> {
  const { personId, roles, now } = context;
  const evidence = await lockEvidence(context, evidenceId);
  const isReadable = await readableEvidence(context, catalogue);
  if (!evidence || evidence.removedAt || !isReadable(evidence)) throw notFound();
  if (!mayRemoveEvidence({ id: personId, roles }, evidence)) throw refused('not-allowed');
  await refuseSettled(context, evidence);
  await recordActivity(context, 'evidence.removed', evidenceId, placeDetail(evidence));
  await markRemoved(context, evidenceId, now);
}
