import { sql } from 'kysely';
import type { OrganisationTx } from '../database/transaction.ts';
import { channel } from './line.ts';

/**
 * Has every stream at these facilities look again once the transaction is committed. For acts that end a way in from
 * outside the facility; those inside one are announced after their request.
 */
export async function announceWithin(tx: OrganisationTx, facilityIds: readonly string[]): Promise<void> {
  await sql`select pg_notify(${channel}, id) from unnest(${[...facilityIds]}::text[]) as id`.execute(tx);
}
