import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { historyOf } from './answer-repository.ts';
import { readableItems } from './readable.ts';
import { findRun } from './run-repository.ts';

/** Who answered an item what and when, newest first. */
export async function answerHistory(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, itemId }: { readonly runId: string; readonly itemId: string },
) {
  const { tx, facilityId } = context;
  const run = await findRun(tx, facilityId, runId);
  if (!run) throw notFound();
  const isReadable = await readableItems(context, catalogue, run);
  if (!isReadable(itemId)) throw notFound();
  return historyOf(tx, facilityId, runId, itemId);
}
