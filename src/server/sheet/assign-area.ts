import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { mayBeAssigned } from '#core/sheet/run.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { deleteAssignment, lockMember, saveAssignment } from './assignment-repository.ts';
import { lockRun } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';
import { askToTellAssigned } from './tell-areas-assigned.ts';

export type AssignAreaInput = { readonly runId: string; readonly areaId: string; readonly personId: string | null };

async function lockAssignable(context: FacilityContext, catalogue: Catalogue, { runId, areaId }: AssignAreaInput) {
  const run = await lockRun(context.tx, context.facilityId, runId);
  if (run?.purpose !== 'own') throw notFound();
  if (!sheetOfRun(catalogue, run).areas.some(({ id }) => id === areaId)) throw notFound();
  if (run.status === 'submitted') throw refused('sheet/run-locked');
}

/** The member who is to have the area; null where it is taken back. */
async function lockHolder({ tx, facilityId }: FacilityContext, personId: string | null) {
  if (personId === null) return null;
  const member = await lockMember(tx, facilityId, personId);
  if (!member) throw notFound();
  if (!mayBeAssigned(member.roles)) throw refused('sheet/not-assignable');
  return { id: member.id, name: member.name };
}

/** Hands an area to a member of the facility, or takes it back with null. */
export async function assignArea(context: FacilityContext, catalogue: Catalogue, input: AssignAreaInput) {
  const { tx, facilityId, personId: assignedBy, now } = context;
  const { runId, areaId, personId } = input;
  await lockAssignable(context, catalogue, input);
  const person = await lockHolder(context, personId);
  await recordActivity(context, 'sheet.assigned', runId, { area: areaId, person: personId });
  const area = { facilityId, runId, areaId };
  if (person) {
    await saveAssignment(tx, area, { personId: person.id, assignedBy, at: now });
    await askToTellAssigned(context, { runId, personId: person.id });
  } else await deleteAssignment(tx, area);
  return { areaId, person };
}
