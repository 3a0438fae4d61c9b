import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import { hasAdministrator } from './person-repository.ts';
import { newToken } from './secret-token.ts';
import { endOpenSetupLinks, insertSetupLink, takeSetupTurn } from './setup-link-repository.ts';

const lifetimeMs = 24 * 60 * 60 * 1000;

/** Path with its secret in the fragment, valid once and for 24 hours. */
async function addLink(tx: SystemTx, now: Date): Promise<string> {
  const { token, hash } = newToken();
  await insertSetupLink(tx, hash, new Date(now.getTime() + lifetimeMs));
  return `/setup#${token}`;
}

/** A fresh set-up link for whoever asks for one; earlier ones end. */
export const issueSetupLink = (db: Kysely<Tables>, now: Date): Promise<string> =>
  asSystem(db, async (tx) => {
    await takeSetupTurn(tx);
    await endOpenSetupLinks(tx, now);
    return addLink(tx, now);
  });

/** A set-up link for a process that starts; those other processes have printed stay open. Undefined where somebody administers this installation. */
export const offerSetupLink = (db: Kysely<Tables>, now: Date): Promise<string | undefined> =>
  asSystem(db, async (tx) => {
    await takeSetupTurn(tx);
    return (await hasAdministrator(tx)) ? undefined : addLink(tx, now);
  });
