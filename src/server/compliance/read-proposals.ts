import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { type Proposal, proposalOf } from '#core/compliance/proposal.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { findRun, sheetOfRun } from '../sheet/index.ts';
import { newestSources } from './newest-sources.ts';

/** What the newest submitted answers of the facility propose for the items of a checklist. */
export async function readProposals(
  context: FacilityContext,
  catalogue: Catalogue,
  runId: string,
): Promise<Proposal[]> {
  const run = await findRun(context.tx, context.facilityId, runId);
  if (!run) throw notFound();
  const sources = await newestSources(context, catalogue);
  return itemsOf(sheetOfRun(catalogue, run)).flatMap((item) => {
    return proposalOf(catalogue, item, (id) => sources.get(id)) ?? [];
  });
}
