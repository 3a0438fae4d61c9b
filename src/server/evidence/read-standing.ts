import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { readableEvidence } from './readable.ts';
import { standingFiles } from './repository.ts';

export type StandingFile = Awaited<ReturnType<typeof standingFiles>>[number];

/** The evidence of the facility the person may know of, with the file of each. */
export async function readStanding(context: FacilityContext, catalogue: Catalogue): Promise<StandingFile[]> {
  const isReadable = await readableEvidence(context, catalogue);
  return (await standingFiles(context)).filter(isReadable);
}
