import { sql } from 'kysely';
import type { FacilityContext } from '../../../platform/http/context.ts';

/** How much the facility's record will hold: its runs, and the evidence with its bytes. */
export async function recordSize({ tx, facilityId }: FacilityContext) {
  const { runs, files, bytes } = await tx
    .selectNoFrom([
      sql<string>`(select count(*) from run where facility_id = ${facilityId} and executive_id is null)`.as('runs'),
      sql<string>`(select count(*) from evidence where facility_id = ${facilityId})`.as('files'),
      sql<string>`(select coalesce(sum(f.size), 0) from evidence e
        join file f on f.facility_id = e.facility_id and f.id = e.file_id where e.facility_id = ${facilityId})`.as(
        'bytes',
      ),
    ])
    .executeTakeFirstOrThrow();
  return { runs: Number(runs), files: Number(files), bytes: Number(bytes) };
}
