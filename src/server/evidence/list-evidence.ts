import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { idsOverBridges } from '#core/catalogue/ids-over-bridges.ts';
import type { ListedEvidence } from '#core/evidence/contract.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { purgeEvidence } from './purge-evidence.ts';
import { readableEvidence } from './readable.ts';
import { standingEvidence } from './repository.ts';

/** The evidence of the facility the person may know of, item by item. */
export async function listEvidence(context: FacilityContext, catalogue: Catalogue): Promise<ListedEvidence[]> {
  await purgeEvidence(context);
  const isReadable = await readableEvidence(context, catalogue);
  const idsOf = idsOverBridges(catalogue);
  return (await standingEvidence(context)).filter(isReadable).map((evidence) => ({
    ...evidence,
    alsoAt: evidence.itemId === null ? [] : idsOf(evidence.itemId).slice(1),
  }));
}
