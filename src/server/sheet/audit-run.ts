import { randomUUID } from 'node:crypto';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import type { SheetScope } from '#core/sheet/scope.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { replaceAssignments } from './assignment-repository.ts';
import { insertRun } from './run-repository.ts';
import { askToTellAssigned } from './tell-areas-assigned.ts';

type Team = readonly { readonly personId: string; readonly areas: readonly string[] }[];

/** Hands each area of the check sheet of an audit to who has it, and tells them. */
export async function handAuditAreas(context: FacilityContext, runId: string, team: Team): Promise<void> {
  const { tx, facilityId, personId: by, now: at } = context;
  const holders = team.flatMap(({ personId, areas }) => areas.map((areaId) => ({ areaId, personId })));
  await replaceAssignments(tx, { facilityId, runId, by, at }, holders);
  for (const personId of new Set(holders.map((holder) => holder.personId))) {
    await recordActivity(context, 'sheet.assigned', runId, { person: personId });
    await askToTellAssigned(context, { runId, personId });
  }
}

type NewAuditRun = {
  readonly auditId: string;
  readonly sheetId: SheetId;
  readonly fiscalYear: number;
  readonly scope: SheetScope;
};

/** Begins the run that is the check sheet of an audit, of the newest version of its sheet. */
export async function beginAuditRun(context: FacilityContext, catalogue: Catalogue, of: NewAuditRun): Promise<string> {
  const { tx, facilityId, personId: begunBy, now: begunAt } = context;
  const sheet = latestSheet(catalogue, of.sheetId);
  if (!sheet) throw notFound();
  const id = randomUUID();
  await recordActivity(context, 'sheet.begun', id, { sheet: of.sheetId });
  await insertRun(tx, {
    facilityId,
    id,
    begunBy,
    begunAt,
    sheetId: of.sheetId,
    sheetVersion: sheet.version,
    fiscalYear: of.fiscalYear,
    purpose: 'audit',
    executiveId: null,
    subjectId: of.auditId,
    scope: of.scope,
  });
  return id;
}
