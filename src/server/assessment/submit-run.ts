import type { ResultView } from '#core/assessment/contract.ts';
import { decideSubmission } from '#core/assessment/submission.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import { maySubmit } from '#core/sheet/run.ts';
import { newestEstablished } from '../evidence/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { lockRun, type RunRow, saveStage } from '../sheet/index.ts';
import { type AnsweredRun, loadAnswered } from './answered-run.ts';
import { computeResult } from './compute-result.ts';
import { viewOf } from './read-result.ts';
import { saveSubmission, saveSummary } from './repository.ts';
import type { StoredResult } from './stored-result.ts';

function namedItems(sheet: Sheet, ids: readonly string[]) {
  return sheet.areas.flatMap((area) =>
    area.items
      .filter(({ id }) => ids.includes(id))
      .map(({ id, text }) => ({ id, text, areaId: area.id, areaTitle: area.title })),
  );
}

async function lockSubmittable(context: FacilityContext, catalogue: Catalogue, runId: string): Promise<AnsweredRun> {
  const { tx, facilityId, personId, roles } = context;
  const run = await lockRun(tx, facilityId, runId);
  if (!run) throw notFound();
  if (!maySubmit(run, { id: personId, roles })) throw refused('not-allowed');
  const answered = await loadAnswered(context, catalogue, run);
  const { sheet, answers } = answered;
  const submission = decideSubmission(sheet, { status: run.status, answers, withoutVendor: run.withoutVendor });
  if (submission.accepted) return answered;
  if (submission.reason === 'assessment/already-submitted') throw refused(submission.reason);
  throw refused(submission.reason, { items: namedItems(sheet, submission.items) });
}

const summaryRow = (facilityId: string, run: RunRow, at: Date, { result, facilityClass }: StoredResult) => ({
  facility_id: facilityId,
  fiscal_year: run.fiscalYear,
  sheet_id: run.sheetId,
  sheet_version: run.sheetVersion,
  run_id: run.id,
  facility_type: facilityClass.type,
  bed_class: facilityClass.bedClass,
  score: result.score,
  level: result.network?.level ?? null,
  submitted_at: at,
});

/** Submits a run: locks it, stores its result with rule and sheet version, and writes the summary others count with. */
export async function submitRun(context: FacilityContext, catalogue: Catalogue, runId: string): Promise<ResultView> {
  const { tx, facilityId, personId, now } = context;
  const answered = await lockSubmittable(context, catalogue, runId);
  const { run } = answered;
  const stored = await computeResult(context, catalogue, answered);
  await recordActivity(context, 'assessment.submitted', runId, { sheet: run.sheetId });
  await saveSubmission(tx, { ...run, facilityId }, { personId, at: now }, stored);
  await saveStage(tx, run, { facilityId, stage: 'submitted', at: now });
  if (run.purpose === 'own' && !isChecklist(run.sheetId))
    await saveSummary(tx, summaryRow(facilityId, run, now, stored));
  const submitted: RunRow = { ...run, status: 'submitted', submittedAt: now };
  return viewOf(
    context,
    catalogue,
    { ...answered, run: submitted },
    {
      stored,
      established: await newestEstablished(context),
    },
  );
}
