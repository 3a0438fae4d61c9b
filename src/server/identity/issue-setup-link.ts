import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { newToken } from './secret-token.ts';

const lifetimeMs = 24 * 60 * 60 * 1000;

/** Whether nobody administers this installation yet. */
export const needsSetUp = (db: Kysely<Tables>) =>
  asSystem(db, async (tx) => {
    const administrator = await tx
      .selectFrom('person')
      .select('id')
      .where(sql<boolean>`'system-administrator' = any (system_roles)`)
      .executeTakeFirst();
    return administrator === undefined;
  });

/** A fresh set-up link (path with its secret in the fragment), valid once and for 24 hours; earlier ones end. */
export async function issueSetupLink(db: Kysely<Tables>, now: Date): Promise<string> {
  const { token, hash } = newToken();
  await asSystem(db, async (tx) => {
    await tx.updateTable('setup_link').set({ used_at: now }).where('used_at', 'is', null).execute();
    await tx
      .insertInto('setup_link')
      .values({ token_hash: hash, expires_at: new Date(now.getTime() + lifetimeMs), used_at: null })
      .execute();
  });
  return `/setup#${token}`;
}
