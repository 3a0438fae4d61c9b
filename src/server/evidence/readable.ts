import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { idsOverBridges } from '#core/catalogue/ids-over-bridges.ts';
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
  const idsOf = idsOverBridges(catalogue);
  return ({ itemId, addedBy }) =>
    (itemId === null ? [null] : idsOf(itemId)).some((id) =>
      mayReadEvidence({ id: personId, roles }, { itemId: id, addedBy }, handed),
    );
}
