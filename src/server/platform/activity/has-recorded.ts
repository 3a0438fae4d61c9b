import { sql } from 'kysely';
import type { FacilityContext } from '../http/context.ts';

/** Whether an act of the facility was recorded in this transaction. */
export async function hasRecorded({ tx, facilityId }: FacilityContext): Promise<boolean> {
  const { rows } = await sql<{ recorded: boolean }>`select exists (select from activity
    where facility_id = ${facilityId} and xid = pg_current_xact_id_if_assigned()) as recorded`.execute(tx);
  return rows[0]?.recorded === true;
}
