import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { crossingFrom } from '#core/catalogue/crossing.ts';
import type { Taken } from '#core/sheet/contract.ts';
import type { Answer } from '#core/sheet/run.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answersOf } from './answer-repository.ts';
import { readableItems } from './readable.ts';
import { findRun, previousRun } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';
import { takeAnswers } from './take-answers.ts';

/** Last year's answers to the items this run asks in the same words, under the ids they have now. */
export async function lastYear(
  context: FacilityContext,
  catalogue: Catalogue,
  runId: string,
): Promise<{ fiscalYear: number; answers: Answer[] } | null> {
  const run = await findRun(context.tx, context.facilityId, runId);
  if (!run) throw notFound();
  const previous = await previousRun(context.tx, context.facilityId, run);
  if (!previous) return null;
  const steps =
    crossingFrom(catalogue, previous.sheetVersion, sheetOfRun(catalogue, run))?.steps ?? new Map<string, never>();
  const isReadable = await readableItems(context, catalogue, run);
  const answers = await answersOf(context.tx, context.facilityId, previous.id);
  const given = new Map(answers.filter(({ value }) => value !== null).map((answer) => [answer.itemId, answer]));
  const same = [...steps].flatMap(([itemId, step]) => {
    const answer = step.change === 'unchanged' ? given.get(step.from) : undefined;
    return answer && isReadable(itemId) ? [{ ...answer, itemId }] : [];
  });
  return { fiscalYear: previous.fiscalYear, answers: same };
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
