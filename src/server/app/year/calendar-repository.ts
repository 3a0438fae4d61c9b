import { sql } from 'kysely';
import type { PersonTx } from '../../platform/database/transaction.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

/** When the person made the link that is in use; undefined where there is none. */
export async function findLink({ tx, facilityId, personId }: FacilityContext): Promise<{ madeAt: Date } | undefined> {
  return tx
    .selectFrom('calendar_link')
    .select('made_at as madeAt')
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export function saveLink({ tx, facilityId, personId, now }: FacilityContext, hash: Buffer) {
  const link = { token_hash: hash, made_at: now };
  return tx
    .insertInto('calendar_link')
    .values({ facility_id: facilityId, person_id: personId, ...link })
    .onConflict((on) => on.columns(['facility_id', 'person_id']).doUpdateSet(link))
    .execute();
}

/** Ends the link of the person; false where there is none. */
export async function deleteLink({ tx, facilityId, personId }: FacilityContext): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('calendar_link')
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whose calendar a secret opens, and where; undefined where no link has it. */
export async function whoseCalendar(
  tx: PersonTx,
  hash: Buffer,
): Promise<{ facilityId: string; personId: string } | undefined> {
  const { rows } = await sql<{ at_facility: string | null; of_person: string | null }>`
    select * from find_calendar(${hash})`.execute(tx);
  const { at_facility: facilityId, of_person: personId } = rows[0] ?? {};
  return facilityId && personId ? { facilityId, personId } : undefined;
}
