import type { SystemTx } from '../platform/database/transaction.ts';

export const endOpenSetupLinks = (tx: SystemTx, now: Date) =>
  tx.updateTable('setup_link').set({ used_at: now }).where('used_at', 'is', null).execute();

export const insertSetupLink = (tx: SystemTx, tokenHash: Buffer, expiresAt: Date) =>
  tx.insertInto('setup_link').values({ token_hash: tokenHash, expires_at: expiresAt, used_at: null }).execute();

export async function isSetupLinkUsable(tx: SystemTx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const link = await tx
    .selectFrom('setup_link')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return link !== undefined;
}

/** Uses the link up; false where it is not usable, or no longer. */
export async function takeSetupLink(tx: SystemTx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('setup_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}
