import { sql } from 'kysely';
import type { FacilityTx, OrganisationTx } from '../database/transaction.ts';

/** The channel on which PostgreSQL tells every process that somebody's way into a facility has ended. */
const accessEnded = 'access_ended';

/**
 * Announces, once the transaction is committed, that people came to the end of their way into a facility: what is still open
 * for them there (a stream) asks again whether they may and closes.
 */
export async function announceAccessEnded(
  tx: FacilityTx | OrganisationTx,
  ended: { readonly facilityId: string; readonly organisationId: string },
): Promise<void> {
  await sql`select pg_notify(${accessEnded}, ${JSON.stringify(ended)})`.execute(tx);
}
