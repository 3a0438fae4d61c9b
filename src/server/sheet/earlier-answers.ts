import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type Crossing, crossingFrom } from '#core/catalogue/crossing.ts';
import type { Answer } from '#core/sheet/run.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answersOf, formerAnswersOf } from './answer-repository.ts';
import { readableItems } from './readable.ts';
import { findRun, previousRun, type RunRow } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';

type Earlier = { readonly version: string; readonly fiscalYear: number; readonly answers: readonly Answer[] };

/** What the run was answered before it went over to its version, or else what was submitted last year to another one. */
async function earlierOf({ tx, facilityId }: FacilityContext, run: RunRow): Promise<Earlier | undefined> {
  if (run.movedFrom !== null) {
    const answers = await formerAnswersOf(tx, facilityId, run.id);
    return { version: run.movedFrom, fiscalYear: run.fiscalYear, answers };
  }
  const previous = await previousRun(tx, facilityId, run);
  if (!previous || previous.sheetVersion === run.sheetVersion) return undefined;
  const answers = await answersOf(tx, facilityId, previous.id);
  return { version: previous.sheetVersion, fiscalYear: previous.fiscalYear, answers };
}

/** The answers to the older wording of each reworded item, under the item that asks it anew. */
function underReworded({ steps }: Crossing, answers: readonly Answer[]) {
  const given = new Map(answers.map((answer) => [answer.itemId, answer]));
  return [...steps].flatMap(([itemId, step]) => {
    const answer = step.change === 'reworded' ? given.get(step.from) : undefined;
    return answer && answer.value !== null ? [{ itemId, answer }] : [];
  });
}

/** The version this run is to be read beside, and what was answered to what it asks in other words; null where there is none. */
export async function earlierAnswers(context: FacilityContext, catalogue: Catalogue, runId: string) {
  const run = await findRun(context.tx, context.facilityId, runId);
  if (!run) throw notFound();
  const earlier = await earlierOf(context, run);
  const crossing = earlier && crossingFrom(catalogue, earlier.version, sheetOfRun(catalogue, run));
  if (!crossing) return null;
  const isReadable = await readableItems(context, catalogue, run);
  const answers = underReworded(crossing, earlier.answers).filter(({ itemId }) => isReadable(itemId));
  return { version: earlier.version, fiscalYear: earlier.fiscalYear, answers };
}
