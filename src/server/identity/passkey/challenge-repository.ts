import { sql, type Transaction } from 'kysely';
import { challengeLifetimeMs } from '#core/identity/passkey.ts';
import { latestStamp } from '#core/kernel/clock.ts';
import type { PersonTables } from '../../platform/database/person-tables.ts';
import type { PersonTx, SystemTx } from '../../platform/database/transaction.ts';
import type { Actor } from '../../platform/http/context.ts';

type ChallengeTx = Transaction<Pick<PersonTables, 'passkey_challenge'>>;
export type OwnPurpose = 'registration' | 'step-up';
type Own = Pick<Actor, 'personId' | 'tokenHash'> & { readonly purpose: OwnPurpose };

const sweptAtOnce = 100;

/**
 * Removes some of the challenges nobody can answer any more: more than an insert adds, so that they never pile up. One
 * transaction at a time does so, so that none waits for another.
 */
export async function sweepChallenges(tx: ChallengeTx, now: Date): Promise<void> {
  const lock = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('passkey_challenge', 0)) as free`.execute(tx);
  if (!lock.rows[0]?.free) return;
  await tx
    .deleteFrom('passkey_challenge')
    .where('challenge', 'in', (over) =>
      over
        .selectFrom('passkey_challenge')
        .select('challenge')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(sweptAtOnce),
    )
    .execute();
}

/** Stores what the person's session is asked to sign, in place of what it was asked before for the same purpose. */
export async function insertOwnChallenge(tx: PersonTx, of: Own, challenge: Buffer, expiresAt: Date): Promise<void> {
  const { purpose, personId, tokenHash } = of;
  await tx
    .deleteFrom('passkey_challenge')
    .where('session_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .execute();
  const owner = { person_id: personId, session_hash: tokenHash, address_hash: null };
  await tx
    .insertInto('passkey_challenge')
    .values({ challenge, purpose, expires_at: expiresAt, ...owner })
    .execute();
}

/** Uses up a challenge of the person's own session; false where it has none such, or no longer. */
export async function takeOwnChallenge(tx: PersonTx, of: Own, challenge: Buffer, now: Date): Promise<boolean> {
  const taken = await tx
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('purpose', '=', of.purpose)
    .where('person_id', '=', of.personId)
    .where('session_hash', '=', of.tokenHash)
    .returning('expires_at')
    .executeTakeFirst();
  return taken !== undefined && taken.expires_at > now;
}

/** How many challenges to sign in with wait for an address, of those that were made by now. */
export async function countWaiting(tx: SystemTx, addressHash: Buffer, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('passkey_challenge')
    .select((challenge) => challenge.fn.countAll<string>().as('count'))
    .where('address_hash', '=', addressHash)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', new Date(latestStamp(now).getTime() + challengeLifetimeMs))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const insertSignInChallenge = (tx: SystemTx, addressHash: Buffer, challenge: Buffer, expiresAt: Date) =>
  tx
    .insertInto('passkey_challenge')
    .values({
      challenge,
      purpose: 'sign-in',
      person_id: null,
      session_hash: null,
      address_hash: addressHash,
      expires_at: expiresAt,
    })
    .execute();

/** Uses up a challenge to sign in with; false where there is none such, or no longer. */
export async function takeSignInChallenge(tx: SystemTx, challenge: Buffer, now: Date): Promise<boolean> {
  const taken = await tx
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('purpose', '=', 'sign-in')
    .returning('expires_at')
    .executeTakeFirst();
  return taken !== undefined && taken.expires_at > now;
}
