import { changeSince } from '#core/assessment/change.ts';
import { classOf } from '#core/assessment/comparison.ts';
import type { MeasureContext } from '#core/assessment/prerequisite.ts';
import { assess } from '#core/assessment/result.ts';
import { type Catalogue, findMeasure } from '#core/catalogue/catalogue.ts';
import { crossingBetween } from '#core/catalogue/crossing.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { previousRun } from '../sheet/index.ts';
import { type AnsweredRun, loadAnswered } from './answered-run.ts';
import { facilityHead, otherAnswers } from './repository.ts';
import type { StoredResult } from './stored-result.ts';

async function changeOf(context: FacilityContext, catalogue: Catalogue, now: AnsweredRun) {
  const last = await previousRun(context.tx, context.facilityId, now.run);
  if (!last) return null;
  const before = await loadAnswered(context, catalogue, last);
  const crossing = crossingBetween(catalogue, before.sheet, now.sheet);
  return { fiscalYear: last.fiscalYear, change: changeSince(before, now, crossing) };
}

/** What the measures of a run are chosen by, beside its own answers. */
export async function measureContextOf(
  { tx, facilityId }: FacilityContext,
  catalogue: Catalogue,
  { run: { sheetId, fiscalYear } }: Pick<AnsweredRun, 'run'>,
): Promise<MeasureContext> {
  return {
    measureOf: (id) => findMeasure(catalogue, id)?.measure,
    otherAnswers: await otherAnswers(tx, { facilityId, sheetId, fiscalYear }),
  };
}

/** Computes the result of a run from its stored answers, with the change since the last submitted run of the sheet. */
export async function computeResult(
  context: FacilityContext,
  catalogue: Catalogue,
  answered: AnsweredRun,
): Promise<StoredResult> {
  const { tx, facilityId } = context;
  return {
    result: assess(answered.sheet, answered.answers, await measureContextOf(context, catalogue, answered)),
    previous: await changeOf(context, catalogue, answered),
    facilityClass: classOf(await facilityHead(tx, facilityId)),
  };
}
