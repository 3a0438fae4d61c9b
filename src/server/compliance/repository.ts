import type { FacilityType } from '#core/organisation/facility.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';

/** Whose checklist it is, and of which kind. */
export async function facilityHead(tx: FacilityTx, facilityId: string) {
  const row = await tx
    .selectFrom('facility')
    .select(['name', 'type'])
    .where('id', '=', facilityId)
    .executeTakeFirstOrThrow();
  return { ...row, type: row.type as FacilityType };
}

/** Name of whoever submitted a run, where that person still is one. */
export async function submitterOf(tx: FacilityTx, facilityId: string, runId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('run')
    .innerJoin('person', 'person.id', 'run.submitted_by')
    .select('person.name')
    .where('run.facility_id', '=', facilityId)
    .where('run.id', '=', runId)
    .executeTakeFirst();
  return row?.name ?? null;
}
