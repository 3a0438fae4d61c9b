import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { hasAdministrator } from './person-repository.ts';
import { newToken } from './secret-token.ts';
import { endOpenSetupLinks, insertSetupLink } from './setup-link-repository.ts';

const lifetimeMs = 24 * 60 * 60 * 1000;

/** Whether nobody administers this installation yet. */
export const needsSetUp = async (db: Kysely<Tables>) => !(await asSystem(db, hasAdministrator));

/** A fresh set-up link (path with its secret in the fragment), valid once and for 24 hours; earlier ones end. */
export async function issueSetupLink(db: Kysely<Tables>, now: Date): Promise<string> {
  const { token, hash } = newToken();
  await asSystem(db, async (tx) => {
    await endOpenSetupLinks(tx, now);
    await insertSetupLink(tx, hash, new Date(now.getTime() + lifetimeMs));
  });
  return `/setup#${token}`;
}
