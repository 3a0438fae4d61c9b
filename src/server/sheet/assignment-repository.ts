import type { Role } from '#core/identity/role.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';

export async function assignmentsOf(tx: FacilityTx, facilityId: string, runId: string) {
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('person', 'person.id', 'assignment.person_id')
    .select(['area_id as areaId', 'person.id as personId', 'person.name'])
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .orderBy('area_id')
    .execute();
  return rows.map(({ areaId, personId, name }) => ({ areaId, person: { id: personId, name } }));
}

/** A member of the facility, held so that nobody takes the person out of it before the transaction ends. */
export async function lockMember(tx: FacilityTx, facilityId: string, personId: string) {
  const member = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'member.roles'])
    .where('member.facility_id', '=', facilityId)
    .where('member.person_id', '=', personId)
    .forKeyShare('member')
    .executeTakeFirst();
  return member && { ...member, roles: member.roles as Role[] };
}

type AreaOfRun = { readonly facilityId: string; readonly runId: string; readonly areaId: string };

export async function saveAssignment(
  tx: FacilityTx,
  { facilityId, runId, areaId }: AreaOfRun,
  held: { readonly personId: string; readonly assignedBy: string; readonly at: Date },
): Promise<void> {
  const holder = { person_id: held.personId, assigned_by: held.assignedBy, assigned_at: held.at };
  await tx
    .insertInto('assignment')
    .values({ facility_id: facilityId, run_id: runId, area_id: areaId, ...holder })
    .onConflict((conflict) => conflict.columns(['facility_id', 'run_id', 'area_id']).doUpdateSet(holder))
    .execute();
}

/** Hands the areas of a run to those named and to nobody else. */
export async function replaceAssignments(
  tx: FacilityTx,
  of: { readonly facilityId: string; readonly runId: string; readonly by: string; readonly at: Date },
  holders: readonly { readonly areaId: string; readonly personId: string }[],
): Promise<void> {
  await tx.deleteFrom('assignment').where('facility_id', '=', of.facilityId).where('run_id', '=', of.runId).execute();
  const rows = holders.map(({ areaId, personId }) => {
    return { facility_id: of.facilityId, run_id: of.runId, area_id: areaId, person_id: personId };
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('assignment')
    .values(rows.map((row) => ({ ...row, assigned_by: of.by, assigned_at: of.at })))
    .execute();
}

export async function deleteAssignment(tx: FacilityTx, { facilityId, runId, areaId }: AreaOfRun): Promise<void> {
  await tx
    .deleteFrom('assignment')
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .where('area_id', '=', areaId)
    .execute();
}

/** Areas of a run a person holds because somebody else handed them over. */
export async function areasHandedOver(
  tx: FacilityTx,
  { facilityId, runId, personId }: { readonly facilityId: string; readonly runId: string; readonly personId: string },
): Promise<number> {
  const { areas } = await tx
    .selectFrom('assignment')
    .select((assignment) => assignment.fn.countAll<string>().as('areas'))
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .where('person_id', '=', personId)
    .where('assigned_by', '<>', personId)
    .executeTakeFirstOrThrow();
  return Number(areas);
}

/** Takes every area of the facility's open runs back from a person. */
export async function endAssignments(tx: FacilityTx, facilityId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('assignment')
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', personId)
    .where('run_id', 'in', (runs) =>
      runs.selectFrom('run').select('id').where('facility_id', '=', facilityId).where('status', '=', 'open'),
    )
    .execute();
}
