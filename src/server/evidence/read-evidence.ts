import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readableEvidence } from './readable.ts';
import { findEvidence, type KeptEvidence } from './repository.ts';

/** What is handed out. */
export async function readEvidence(
  context: FacilityContext,
  catalogue: Catalogue,
  evidenceId: string,
): Promise<KeptEvidence> {
  const evidence = await findEvidence(context, evidenceId);
  const isReadable = await readableEvidence(context, catalogue);
  if (!evidence || evidence.removedAt || !isReadable(evidence)) throw notFound();
  return evidence;
}
