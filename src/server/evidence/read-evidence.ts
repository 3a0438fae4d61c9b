import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readableEvidence } from './readable.ts';
import { findEvidence, type KeptEvidence } from './repository.ts';

/** What is handed out, with the reading recorded before the first byte. */
export async function readEvidence(
  context: FacilityContext,
  catalogue: Catalogue,
  evidenceId: string,
): Promise<KeptEvidence> {
  const evidence = await findEvidence(context, evidenceId);
  const isReadable = await readableEvidence(context, catalogue);
  if (!evidence || evidence.removedAt || !isReadable(evidence)) throw notFound();
  await recordActivity(context, 'evidence.read', evidenceId, { item: evidence.itemId });
  return evidence;
}
