import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { mayReopen, type RunSummary } from '#core/sheet/run.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { answerWordsOf, countsOf, lockRun, saveStage, summaryOf } from '../sheet/index.ts';
import { withdrawSubmission } from './repository.ts';
import { tellReopened } from './tell-reopened.ts';

/** Takes a submission back so that answers can be corrected; the run leaves every comparison until submitted again. */
export async function reopenRun(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, reason }: { readonly runId: string; readonly reason: string },
): Promise<RunSummary> {
  const { tx, facilityId, personId, roles, now } = context;
  const run = await lockRun(tx, facilityId, runId);
  if (!run) throw notFound();
  if (!mayReopen(run, { id: personId, roles })) throw refused('not-allowed');
  if (run.status === 'open') throw refused('assessment/not-submitted');
  await recordActivity(context, 'assessment.reopened', runId, { sheet: run.sheetId });
  await tellReopened(context, catalogue, run);
  await withdrawSubmission(tx, { facilityId, runId, reason, at: now });
  await saveStage(tx, run, { facilityId, stage: 'open', at: now });
  return summaryOf(
    catalogue,
    { ...run, status: 'open', submittedAt: null },
    countsOf(await answerWordsOf(tx, facilityId, runId)),
  );
}
