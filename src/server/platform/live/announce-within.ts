import { sql } from 'kysely';
import type { FacilityTx, OrganisationTx, SystemTx } from '../database/transaction.ts';
import { channel } from './line.ts';

/**
 * Has every stream of these facilities and people look again once the transaction is committed. For acts that end a way in
 * from outside the facility, and for acts through a secret link; those inside one are announced after their request, ended sessions by the database.
 */
export async function announceWithin(
  tx: FacilityTx | OrganisationTx | SystemTx,
  ids: readonly string[],
): Promise<void> {
  await sql`select pg_notify(${channel}, id) from unnest(${[...ids]}::text[]) as id`.execute(tx);
}
