import { unmetPrerequisites } from '#core/assessment/prerequisite.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type DerivedAnswer, derivedAnswers } from '#core/plan/derived-step.ts';
import type { Taken } from '#core/sheet/contract.ts';
import { measureContextOf } from '../assessment/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answerWordsOf, findRun, readableItems, sheetOfRun, takeAnswers } from '../sheet/index.ts';
import { findFinished } from './finished-tasks.ts';

/** What the tasks finished this year and last speak for in an open run of the facility; nothing in any other. */
export async function readDerived(
  context: FacilityContext,
  catalogue: Catalogue,
  runId: string,
): Promise<readonly DerivedAnswer[]> {
  const { tx, facilityId } = context;
  const run = await findRun(tx, facilityId, runId);
  if (!run) throw notFound();
  if (run.purpose !== 'own' || run.status !== 'open') return [];
  const finished = await findFinished(context, run.fiscalYear);
  if (finished.length === 0) return [];
  const isReadable = await readableItems(context, catalogue, run);
  const answers = await answerWordsOf(tx, facilityId, runId);
  const values = new Map(answers.map(({ itemId, value }) => [itemId, value]));
  const measureContext = await measureContextOf(context, catalogue, { run });
  const derived = derivedAnswers(sheetOfRun(catalogue, run), finished, {
    valueOf: (itemId) => values.get(itemId) ?? null,
    stands: (id) => unmetPrerequisites({ requires: [id] }, new Set(), new Map(), measureContext).length === 0,
  });
  return derived.filter(({ itemId }) => isReadable(itemId));
}

type Taking = {
  readonly runId: string;
  readonly itemId: string;
  readonly note: string;
  readonly revision: number;
};

/** Takes what is derived for an item as its answer: confirmed by this person, and kept as such in its history. */
export async function takeDerived(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, itemId, note, revision }: Taking,
): Promise<Taken> {
  const derived = await readDerived(context, catalogue, runId);
  const value = derived.find((one) => one.itemId === itemId)?.to ?? null;
  const offered = value === null ? [] : [{ itemId, value, note, revision }];
  return takeAnswers(context, catalogue, { runId, origin: 'derived', offered });
}
