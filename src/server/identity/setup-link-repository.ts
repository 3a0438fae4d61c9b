import { sql } from 'kysely';
import type { SystemTx } from '../platform/database/transaction.ts';

/** Whoever makes a link and whoever uses one take turns, so that none is open once another was used. */
export const takeSetupTurn = (tx: SystemTx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('set-up', 0))`.execute(tx);

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

/** Uses the link up, and every other with it; false where it is not usable, or no longer. */
export async function takeSetupLink(tx: SystemTx, tokenHash: Buffer, now: Date): Promise<boolean> {
  await takeSetupTurn(tx);
  if (!(await isSetupLinkUsable(tx, tokenHash, now))) return false;
  await endOpenSetupLinks(tx, now);
  return true;
}
