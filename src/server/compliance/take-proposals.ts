import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Taken } from '#core/sheet/contract.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { takeAnswers } from '../sheet/index.ts';
import { readProposals } from './read-proposals.ts';

/** Takes what is proposed for the chosen items into the run, where nothing is answered yet: confirmed today, by this person. */
export async function takeProposals(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, itemIds }: { readonly runId: string; readonly itemIds: readonly string[] },
): Promise<Taken> {
  const chosen = new Set(itemIds);
  const proposals = await readProposals(context, catalogue, runId);
  const offered = proposals.flatMap(({ itemId, value }) =>
    value !== null && chosen.has(itemId) ? [{ itemId, value, note: '', revision: 0 }] : [],
  );
  return takeAnswers(context, catalogue, { runId, origin: 'proposed', offered });
}
