import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Evidence } from '#core/evidence/contract.ts';
import { mayReadEvidence } from '#core/evidence/right.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { handedAreas } from './handed-areas.ts';

/** Tells of each piece of evidence whether the person may know of it. */
export async function readableEvidence(
  context: FacilityContext,
  catalogue: Catalogue,
): Promise<(evidence: Pick<Evidence, 'itemId' | 'addedBy'>) => boolean> {
  const { personId, roles } = context;
  const handed = await handedAreas(context, catalogue, 'any');
  return (evidence) => mayReadEvidence({ id: personId, roles }, evidence, handed);
}
