import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { type AnswerWords, answerWordsOf, findRun, type RunRow, sheetOfRun, submittedRun } from '../sheet/index.ts';

/** A run with its sheet and its answers by item, read once for everything that is made of them. */
export type AnsweredRun = {
  readonly run: RunRow;
  readonly sheet: Sheet;
  readonly answers: ReadonlyMap<string, AnswerWords>;
};

export async function loadAnswered(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  catalogue: Catalogue,
  run: RunRow,
): Promise<AnsweredRun> {
  const answers = await answerWordsOf(tx, facilityId, run.id);
  return { run, sheet: sheetOfRun(catalogue, run), answers: new Map(answers.map((answer) => [answer.itemId, answer])) };
}

/** The run of an id with its answers; refused as not found where there is none for this person. */
export async function findAnswered(
  context: FacilityContext,
  catalogue: Catalogue,
  runId: string,
): Promise<AnsweredRun> {
  const run = await findRun(context.tx, context.facilityId, runId);
  // An audit has a report of its own, no result.
  if (!run || run.purpose === 'audit') throw notFound();
  return loadAnswered(context, catalogue, run);
}

/** The submitted network run of the same fiscal year; undefined where there is none, and beside what is not the run of the facility. */
export async function networkBeside(
  context: FacilityContext,
  catalogue: Catalogue,
  { run }: AnsweredRun,
): Promise<AnsweredRun | undefined> {
  if (run.sheetId === 'network-level' || run.purpose !== 'own') return undefined;
  const wanted = { sheetId: 'network-level', fiscalYear: run.fiscalYear };
  const found = await submittedRun(context.tx, context.facilityId, wanted);
  return found && loadAnswered(context, catalogue, found);
}
