import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import type { Taken } from '#core/sheet/contract.ts';
import type { Answer } from '#core/sheet/run.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answersOf } from './answer-repository.ts';
import { readableItems } from './readable.ts';
import { findRun, previousRun } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';
import { takeAnswers } from './take-answers.ts';

/** Last year's answers to the items this run asks too. */
export async function lastYear(
  context: FacilityContext,
  catalogue: Catalogue,
  runId: string,
): Promise<{ fiscalYear: number; answers: Answer[] } | null> {
  const run = await findRun(context.tx, context.facilityId, runId);
  if (!run) throw notFound();
  const previous = await previousRun(context.tx, context.facilityId, run);
  if (!previous) return null;
  const asked = new Set(itemsOf(sheetOfRun(catalogue, run)).map(({ id }) => id));
  const isReadable = await readableItems(context, catalogue, run);
  const answers = await answersOf(context.tx, context.facilityId, previous.id);
  return {
    fiscalYear: previous.fiscalYear,
    answers: answers.filter(({ itemId, value }) => asked.has(itemId) && isReadable(itemId) && value !== null),
  };
}

/** Takes the chosen answers of last year over, each marked as to be confirmed. */
export async function carryOver(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, itemIds }: { readonly runId: string; readonly itemIds: readonly string[] },
): Promise<Taken> {
  const chosen = new Set(itemIds);
  const last = await lastYear(context, catalogue, runId);
  const offered = (last?.answers ?? [])
    .filter(({ itemId }) => chosen.has(itemId))
    .map(({ itemId, value, note }) => ({ itemId, value, note, revision: 0 }));
  return takeAnswers(context, catalogue, { runId, origin: 'carried-over', offered });
}
