import { classTitle, type FacilityClass, percentileOf } from '#core/assessment/comparison.ts';
import type { Comparison, ResultView } from '#core/assessment/contract.ts';
import { fewestForSpread, mirrorOf } from '#core/assessment/mirror.ts';
import { provenNumbers } from '#core/assessment/proven.ts';
import { type Catalogue, compareVersions, findSheet } from '#core/catalogue/catalogue.ts';
import type { Established } from '#core/evidence/established.ts';
import { newestEstablished } from '../evidence/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { countsOf, type RunRow, summaryOf } from '../sheet/index.ts';
import { type AnsweredRun, findAnswered } from './answered-run.ts';
import { computeResult } from './compute-result.ts';
import { executiveAnswers, networkLevelOf, standingIn, storedResult } from './repository.ts';
import type { StoredResult } from './stored-result.ts';

/** Of a submitted run only, in the class it was submitted in: a preview of chosen answers would tell the scores of others. */
async function comparisonOf(
  { tx, facilityId }: FacilityContext,
  run: RunRow,
  facilityClass: FacilityClass,
  score: number | null,
): Promise<Comparison | null> {
  if (run.status !== 'submitted' || score === null || run.purpose !== 'own') return null;
  const standing = await standingIn(tx, {
    facilityId,
    sheetId: run.sheetId,
    fiscalYear: run.fiscalYear,
    ...facilityClass,
    score,
  });
  const title = { classTitle: classTitle(facilityClass), ...facilityClass };
  if (!standing) return { ...title, others: null, percentile: null, quartiles: null };
  const { others, quartile_1: quartile1, median, quartile_3: quartile3 } = standing;
  const percentile = percentileOf(standing);
  return {
    ...title,
    others,
    percentile: percentile === null ? null : Math.round(percentile),
    quartiles: { quartile1, median, quartile3 },
  };
}

/** The mirror of the executive runs answered on the version most of the house used last. */
async function mirrorIn(
  { tx }: FacilityContext,
  catalogue: Catalogue,
  { run, answers }: AnsweredRun,
  stored: StoredResult,
): Promise<Pick<ResultView, 'executives' | 'mirror'>> {
  if (run.sheetId !== 'hospital' && run.sheetId !== 'small-facility') return { executives: 0, mirror: null };
  const executives = await executiveAnswers(tx, run.fiscalYear);
  const version =
    executives
      .map((one) => one.version)
      .sort(compareVersions)
      .at(-1) ?? '';
  const sheet = findSheet(catalogue, 'executive', version);
  const comparable = executives.filter((one) => one.version === version).map((one) => one.answers);
  if (comparable.length < fewestForSpread || !sheet) return { executives: executives.length, mirror: null };
  return { executives: executives.length, mirror: mirrorOf(sheet, comparable, { answers, scores: stored.result }) };
}

type Found = { readonly stored: StoredResult; readonly established: readonly Established[] };

/** The result of a run with everything it is seen beside. */
export async function viewOf(
  context: FacilityContext,
  catalogue: Catalogue,
  answered: AnsweredRun,
  { stored, established }: Found,
): Promise<ResultView> {
  const { run, sheet, answers } = answered;
  const { result, previous, facilityClass } = stored;
  return {
    run: summaryOf(catalogue, run, countsOf([...answers.values()])),
    preview: run.status === 'open',
    result,
    proven: provenNumbers({ sheet, answers, established, fiscalYear: run.fiscalYear }),
    previous,
    comparison: await comparisonOf(context, run, facilityClass, result.score),
    networkLevel: await networkLevelOf(context.tx, context.facilityId, run.fiscalYear),
    ...(await mirrorIn(context, catalogue, answered, stored)),
  };
}

/** The stored result of a submitted run, or a preview from the answers so far. */
export async function resultOf(
  context: FacilityContext,
  catalogue: Catalogue,
  answered: AnsweredRun,
  established: readonly Established[],
): Promise<ResultView> {
  const { run } = answered;
  const found = run.status === 'submitted' ? await storedResult(context.tx, context.facilityId, run.id) : undefined;
  const stored = found ?? (await computeResult(context, catalogue, answered));
  return viewOf(context, catalogue, answered, { stored, established });
}

export async function readResult(context: FacilityContext, catalogue: Catalogue, runId: string): Promise<ResultView> {
  const answered = await findAnswered(context, catalogue, runId);
  return resultOf(context, catalogue, answered, await newestEstablished(context));
}
