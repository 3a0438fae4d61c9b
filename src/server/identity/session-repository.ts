import { sql } from 'kysely';
import { latestStamp } from '#core/kernel/clock.ts';
import type { PersonTx, SystemTx } from '../platform/database/transaction.ts';
import { newToken } from './secret-token.ts';
import { idleSince } from './session-life.ts';

type Proved = { readonly personId: string; readonly tokenHash: Buffer };

/**
 * Notes when the person of an open session proved to be there. Gives the secret that opens the session from now on, the
 * former one opens nothing; undefined where the session is open no more.
 */
export async function renewSteppedUp(
  tx: SystemTx,
  { personId, tokenHash }: Proved,
  at: Date,
): Promise<string | undefined> {
  const { token, hash } = newToken();
  const noted = await sql<{
    noted: boolean;
  }>`select step_up_session(${tokenHash}, ${hash}, ${personId}, ${at}) as noted`.execute(tx);
  return noted.rows[0]?.noted ? token : undefined;
}

/** The open sessions of a person, the one used last first. What counts as seen until it ends is a way into the demo that waits, and no browser. */
export const findOwnSessions = (tx: PersonTx, personId: string, now: Date) =>
  tx
    .selectFrom('session')
    .select(['id', 'browser', 'created_at', 'seen_at', 'token_hash'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince(now))
    .where('created_at', '<=', latestStamp(now))
    .whereRef('seen_at', '<', 'expires_at')
    .orderBy('seen_at', 'desc')
    .execute();

/** By which connection a session was opened. */
export const openedBySso = ['sso_connection', 'sso_session', 'id_token'] as const;

export const loadSession = (tx: PersonTx, personId: string, tokenHash: Buffer) =>
  tx
    .selectFrom('session')
    .select(['browser', 'second_factor', 'stepped_up_at', 'created_at', 'expires_at', ...openedBySso])
    .where('person_id', '=', personId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();

/** Ends one session of the person; false where there is none. */
export async function deleteOwnSession(tx: PersonTx, personId: string, id: string): Promise<boolean> {
  const ended = await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return ended.numDeletedRows === 1n;
}

/** By which connection the session was opened, to be said of the one in its place. */
export const loadOpenedBySso = (tx: PersonTx, personId: string, tokenHash: Buffer) =>
  tx
    .selectFrom('session')
    .select(openedBySso)
    .where('person_id', '=', personId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();

/** Whether the person holds anything the connection's organisation does not reach. */
export async function isHeldOutside(tx: PersonTx | SystemTx, personId: string, connectionId: string): Promise<boolean> {
  const { rows } = await sql<{
    outside: boolean;
  }>`select held_outside(${personId}, ${connectionId}) as outside`.execute(tx);
  return rows[0]?.outside !== false;
}

export const deleteOtherSessions = (tx: PersonTx, personId: string, tokenHash: Buffer) =>
  tx.deleteFrom('session').where('person_id', '=', personId).where('token_hash', '<>', tokenHash).execute();

/** Ends the sessions of the person that a provider opened. */
export const deleteSsoSessions = (tx: PersonTx, personId: string) =>
  tx.deleteFrom('session').where('person_id', '=', personId).where('sso_connection', 'is not', null).execute();
