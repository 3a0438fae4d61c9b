import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Role } from '#core/identity/role.ts';
import { mayBeAssigned } from '#core/sheet/run.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { lockRun } from './repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';

export type AssignAreaInput = { readonly runId: string; readonly areaId: string; readonly personId: string | null };

async function memberName({ tx, facilityId }: FacilityContext, personId: string): Promise<string> {
  const member = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.name', 'member.roles'])
    .where('member.facility_id', '=', facilityId)
    .where('member.person_id', '=', personId)
    .executeTakeFirst();
  if (!member) throw notFound();
  if (!mayBeAssigned(member.roles as Role[])) throw refused('sheet/not-assignable');
  return member.name;
}

async function lockAssignable(context: FacilityContext, catalogue: Catalogue, { runId, areaId }: AssignAreaInput) {
  const run = await lockRun(context.tx, context.facilityId, runId);
  if (!run || run.executiveId !== null) throw notFound();
  if (!sheetOfRun(catalogue, run).areas.some(({ id }) => id === areaId)) throw notFound();
  if (run.status === 'submitted') throw refused('sheet/run-locked');
}

/** Hands an area to a member of the facility, or takes it back with null. */
export async function assignArea(context: FacilityContext, catalogue: Catalogue, input: AssignAreaInput) {
  const { tx, facilityId, personId: assignedBy, now } = context;
  const { runId, areaId, personId } = input;
  await lockAssignable(context, catalogue, input);
  await recordActivity(context, 'sheet.assigned', runId, { area: areaId, person: personId });
  const key = { facility_id: facilityId, run_id: runId, area_id: areaId };
  if (personId === null) {
    await tx
      .deleteFrom('assignment')
      .where((row) => row.and(key))
      .execute();
    return { areaId, person: null };
  }
  const name = await memberName(context, personId);
  const holder = { person_id: personId, assigned_by: assignedBy, assigned_at: now };
  await tx
    .insertInto('assignment')
    .values({ ...key, ...holder })
    .onConflict((conflict) => conflict.columns(['facility_id', 'run_id', 'area_id']).doUpdateSet(holder))
    .execute();
  return { areaId, person: { id: personId, name } };
}
