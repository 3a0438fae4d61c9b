import { randomUUID } from 'node:crypto';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { BeginnableSheet, Run } from '#core/sheet/run.ts';
import { sheetInUse } from '../catalogue/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import { recordRead } from '../platform/activity/record-read.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { readRun } from './read-run.ts';
import { insertRun, lockPlace, type RunPlace } from './run-repository.ts';
import { saveStage } from './stage-repository.ts';

async function beginnable(
  { tx, roles }: FacilityContext,
  catalogue: Catalogue,
  sheetId: BeginnableSheet,
): Promise<Sheet> {
  const sheet = await sheetInUse(tx, catalogue, sheetId);
  if (!sheet) throw notFound();
  if (sheetId === 'executive' && !roles.includes('executive')) throw refused('sheet/executives-only');
  const otherRoles = roles.filter((role) => role !== 'executive');
  if (sheetId !== 'executive' && !may(otherRoles, 'sheet.begin')) throw refused('not-allowed');
  return sheet;
}

/** The run that stands, with its answers: who opens it reads them. */
async function openBegun(context: FacilityContext, catalogue: Catalogue, runId: string): Promise<Run> {
  const run = await readRun(context, catalogue, runId);
  await recordRead(context, { act: 'sheet.read' }, runId);
  return run;
}

type Begun = { readonly runId: string; readonly isNew: boolean };

/** The run of a place in this fiscal year, begun where there is none; whose it is and who may begin it, the caller has decided. */
export async function beginPlace(
  context: FacilityContext,
  { id: sheetId, version: sheetVersion }: Sheet,
  whose: Pick<RunPlace, 'purpose' | 'executiveId' | 'subjectId'>,
): Promise<Begun> {
  const { tx, facilityId, personId, now } = context;
  const place: RunPlace = { sheetId, fiscalYear: fiscalYearOf(now), ...whose };
  const begun = await lockPlace(tx, facilityId, place);
  if (begun !== undefined) return { runId: begun, isNew: false };
  const id = randomUUID();
  await recordActivity(context, 'sheet.begun', id, { sheet: sheetId });
  await insertRun(tx, { ...place, facilityId, id, sheetVersion, begunBy: personId, begunAt: now });
  await saveStage(tx, place, { facilityId, stage: 'open', at: now });
  return { runId: id, isNew: true };
}

/** Opens this fiscal year's run of a sheet, beginning it where there is none: one per facility, or one per executive. */
export async function beginRun(context: FacilityContext, catalogue: Catalogue, sheetId: BeginnableSheet): Promise<Run> {
  const sheet = await beginnable(context, catalogue, sheetId);
  const isPrivate = sheetId === 'executive';
  const executiveId = isPrivate ? context.personId : null;
  const whose = { purpose: isPrivate ? 'executive' : 'own', executiveId, subjectId: null } as const;
  const { runId, isNew } = await beginPlace(context, sheet, whose);
  return isNew ? readRun(context, catalogue, runId) : openBegun(context, catalogue, runId);
}
