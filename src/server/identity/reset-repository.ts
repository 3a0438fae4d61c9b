import { randomUUID } from 'node:crypto';
import { type Insertable, sql, type Transaction } from 'kysely';
import type { Held } from '#core/identity/reset.ts';
import type { FacilityRole, SystemRole } from '#core/identity/role.ts';
import type { SystemTables } from '../platform/database/tables.ts';
import type { FacilityTx, PersonTx, SystemTx } from '../platform/database/transaction.ts';

type HeldRow = {
  system_roles: SystemRole[];
  facility_id: string | null;
  roles: FacilityRole[] | null;
  above: boolean;
  by_provider: boolean;
};

/** What a person holds anywhere; undefined where there is no such person. */
export async function loadHeld(tx: FacilityTx | PersonTx | SystemTx, personId: string): Promise<Held | undefined> {
  const { rows } = await sql<HeldRow>`select * from held_anywhere(${personId})`.execute(tx);
  const [first] = rows;
  const memberships = rows.flatMap(({ facility_id: facilityId, roles }) =>
    facilityId && roles ? [{ facilityId, roles }] : [],
  );
  if (!first) return undefined;
  const { system_roles: systemRoles, above, by_provider: byProvider } = first;
  return { personId, systemRoles, memberships, above, byProvider };
}

export const insertResetLink = (
  tx: Transaction<Pick<SystemTables, 'reset_link'>>,
  row: Insertable<SystemTables['reset_link']>,
) => tx.insertInto('reset_link').values(row).execute();

type LinkRow = { readonly person_id: string; readonly facility_id: string | null; readonly issued_by: string | null };

/** A link that is unused, has not run out and is the newest of its person. */
export async function findResetLink(tx: PersonTx, tokenHash: Buffer, now: Date): Promise<LinkRow | undefined> {
  const found = await sql<LinkRow>`select * from find_reset_link(${tokenHash}, ${now})`.execute(tx);
  return found.rows[0];
}

/** Uses the link up, with its activity where a facility issued it; false where it was used in the meantime: roll back. */
export async function takeResetLink(tx: PersonTx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const taken = await sql<{
    taken: boolean;
  }>`select take_reset_link(${tokenHash}, ${randomUUID()}, ${now}) as taken`.execute(tx);
  return taken.rows[0]?.taken === true;
}
