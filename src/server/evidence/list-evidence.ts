import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Evidence } from '#core/evidence/contract.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { purgeEvidence } from './purge-evidence.ts';
import { readableEvidence } from './readable.ts';
import { standingEvidence } from './repository.ts';

/** The evidence of the facility the person may know of, item by item. */
export async function listEvidence(context: FacilityContext, catalogue: Catalogue): Promise<Evidence[]> {
  await purgeEvidence(context);
  const isReadable = await readableEvidence(context, catalogue);
  return (await standingEvidence(context)).filter(isReadable);
}
