import { randomUUID } from 'node:crypto';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { Run, SelfAssessmentSheet } from '#core/sheet/run.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { readRun } from './read-run.ts';

type NewRun = { readonly sheet: Sheet; readonly executiveId: string | null };

/** The id of this fiscal year's run, after beginning it where there was none. */
async function ensureRun(context: FacilityContext, { sheet, executiveId }: NewRun): Promise<string> {
  const { tx, facilityId, personId, now } = context;
  const key = { facility_id: facilityId, sheet_id: sheet.id, fiscal_year: fiscalYearOf(now) };
  const begun = await tx
    .insertInto('run')
    .values({
      ...key,
      id: randomUUID(),
      sheet_version: sheet.version,
      executive_id: executiveId,
      begun_by: personId,
      begun_at: now,
      submitted_by: null,
      submitted_at: null,
    })
    .onConflict((conflict) => conflict.columns(['facility_id', 'sheet_id', 'fiscal_year', 'executive_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (begun) {
    await recordActivity(context, 'sheet.begun', begun.id, { sheet: sheet.id });
    return begun.id;
  }
  const { id } = await tx
    .selectFrom('run')
    .select('id')
    .where((run) => run.and(key))
    .where('executive_id', 'is not distinct from', executiveId)
    .executeTakeFirstOrThrow();
  return id;
}

/** Opens this fiscal year's run of a sheet, beginning it where there is none: one per facility, or one per executive. */
export async function beginRun(
  context: FacilityContext,
  catalogue: Catalogue,
  sheetId: SelfAssessmentSheet,
): Promise<Run> {
  const sheet = latestSheet(catalogue, sheetId);
  if (!sheet) throw notFound();
  const executive = sheetId === 'executive';
  if (executive && !context.roles.includes('executive')) throw refused('sheet/executives-only');
  const otherRoles = context.roles.filter((role) => role !== 'executive');
  if (!executive && !may(otherRoles, 'sheet.begin')) throw refused('not-allowed');
  const runId = await ensureRun(context, { sheet, executiveId: executive ? context.personId : null });
  return readRun(context, catalogue, runId);
}
