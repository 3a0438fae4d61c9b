import type { Insertable, Selectable } from 'kysely';
import type { SsoTables } from '../../platform/database/sso-tables.ts';
import type { SystemTx } from '../../platform/database/transaction.ts';

export type AttemptRow = Selectable<SsoTables['sso_attempt']>;

/** Adds an attempt; those that are over go. */
export async function insertAttempt(tx: SystemTx, row: Insertable<SsoTables['sso_attempt']>): Promise<void> {
  await tx.deleteFrom('sso_attempt').where('expires_at', '<', row.begun_at).execute();
  await tx.insertInto('sso_attempt').values(row).execute();
}

/** Takes an attempt, once, in the browser it was begun in. */
export const takeAttempt = (
  tx: SystemTx,
  of: { readonly state: Buffer; readonly browser: Buffer; readonly now: Date },
) =>
  tx
    .deleteFrom('sso_attempt')
    .where('state_hash', '=', of.state)
    .where('browser_hash', '=', of.browser)
    .where('expires_at', '>', of.now)
    .returningAll()
    .executeTakeFirst();
