import { CompiledQuery, type Insertable, type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import { type SignInTries, signInWindowMs, strangerLimit } from '#core/identity/sign-in-delay.ts';
import { lately, latestStamp } from '#core/kernel/clock.ts';
import { removedBefore } from '#core/kernel/kept-days.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import type { PersonTables } from '../platform/database/person-tables.ts';
import type { Tables } from '../platform/database/tables.ts';
import { inOrganisation, type PersonTx, type SystemTx } from '../platform/database/transaction.ts';
import { idleSince } from './session-life.ts';

export type SessionRow = {
  readonly person_id: string;
  readonly person_name: string;
  readonly second_factor: boolean;
  readonly second_factor_enrolled: boolean;
  readonly system_roles: Role[];
  readonly roles: Role[];
  readonly any_roles: Role[];
  readonly stepped_up_at: Date | null;
};

const find = 'select * from find_session($1::bytea, $2::uuid, $3, $4)';
// An argument is worked out before the function runs: the mark holds for this statement.
const findUnattended = `select * from find_session(
  case when set_config('app.unattended', 'on', true) = 'on' then $1::bytea end, $2::uuid, $3, $4)`;

/** The open session of a token, with the roles held at the facility; notes that it was seen, unless nobody asked. One statement. */
export async function findSession(
  db: Kysely<Tables>,
  {
    tokenHash,
    facilityId,
    now,
    unattended,
  }: {
    readonly tokenHash: Buffer;
    readonly facilityId: string | undefined;
    readonly now: Date;
    readonly unattended: boolean;
  },
): Promise<SessionRow | undefined> {
  const given = [tokenHash, facilityId ?? null, now, idleSince(now)];
  const found = await db.executeQuery<SessionRow>(CompiledQuery.raw(unattended ? findUnattended : find, given));
  return found.rows[0];
}

/** The roles a person holds in an organisation above the facilities; none where the person does not belong to it. */
export const findOrganisationRoles = async (db: Kysely<Tables>, organisationId: string, personId: string) =>
  (await inOrganisation(db, { organisationId, personId }, async (_, roles) => roles as readonly Role[])) ?? [];

export const insertSession = (tx: PersonTx, row: Insertable<PersonTables['session']>) =>
  tx.insertInto('session').values(row).execute();

export const deleteSession = (tx: PersonTx, tokenHash: Buffer) =>
  tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();

export const deleteSessionsOf = (tx: PersonTx, personId: string) =>
  tx.deleteFrom('session').where('person_id', '=', personId).execute();

/** Removes the person's sessions that have ended by themselves, and those begun in the future. */
export const deleteEndedSessions = (tx: PersonTx, personId: string, now: Date) =>
  tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where((session) =>
      session.or([
        session('expires_at', '<=', now),
        session('seen_at', '<=', idleSince(now)),
        session('created_at', '>', latestStamp(now)),
      ]),
    )
    .execute();

type SystemAct =
  | 'identity.sign-in-tried'
  | 'identity.signed-in'
  | 'identity.browser-known'
  | 'identity.set-up'
  | 'identity.sessions-ended'
  | 'identity.second-factor-confirmed'
  | 'identity.second-factor-renewed'
  | 'identity.stepped-up'
  | 'identity.recovery-codes-made'
  | 'identity.recovery-code-used'
  | 'identity.password-changed'
  | 'identity.password-reset'
  | 'identity.reset-link-issued'
  | 'identity.first-invited'
  | 'identity.record-taken'
  | 'identity.passkey-added'
  | 'identity.passkey-removed'
  | 'identity.passkey-copied'
  | `sso.${string}`;

/** Whose tries are counted: of an account, and of an account from one place. Hashes, so that no e-mail address is logged. */
export type Subjects = { readonly account: string; readonly here: string };

const sweptAtOnce = 100;

export const insertEvent = recordEvent<SystemAct>;

/** Lets those who try the same account take turns until the transaction ends, so that no try is missed in the count. */
export const lockAccount = (tx: SystemTx, { account }: Subjects) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${account}, 0))`.execute(tx);

/** What makes a place known to an account. */
const arrivals: readonly SystemAct[] = ['identity.signed-in', 'identity.password-reset'];
const successes: readonly SystemAct[] = [...arrivals, 'identity.stepped-up'];

const eventsOf = (tx: SystemTx, acts: readonly SystemAct[], subject: string) =>
  tx.selectFrom('system_event').where('act', 'in', acts).where('subject', '=', subject);

/** Whether the account ever signed in, or chose its password by a link, at the place noted under the subject. */
export const isKnownPlace = async (tx: SystemTx, subject: string) =>
  (await eventsOf(tx, arrivals, subject).select('id').limit(1).executeTakeFirst()) !== undefined;

/** Whether a browser is noted under the subject. One statement, in whatever transaction or none. */
export async function isBrowserNoted(db: QueryExecutorProvider, subject: string): Promise<boolean> {
  const found = await sql<{ known: boolean }>`select is_known_browser(${subject}) as known`.execute(db);
  return found.rows[0]?.known === true;
}

export async function loadTries(tx: SystemTx, { account, here }: Subjects, now: Date): Promise<SignInTries> {
  const { since, latest } = lately(now, signInWindowMs);
  const success = await eventsOf(tx, successes, here)
    .select((event) => [
      event.fn.countAll<string>().as('count'),
      event.fn.max<Date | null>('at').filterWhere('at', '<=', latest).as('last'),
    ])
    .executeTakeFirstOrThrow();
  const failed = await eventsOf(tx, ['identity.sign-in-tried'], here)
    .select((event) => [event.fn.countAll<string>().as('count'), event.fn.max<Date | null>('at').as('last')])
    .where('at', '>', success.last && success.last > since ? success.last : since)
    .where('at', '<=', latest)
    .executeTakeFirstOrThrow();
  const strangers = await eventsOf(tx, ['identity.sign-in-tried'], account)
    .select('at')
    .where('at', '>', since)
    .where('at', '<=', latest)
    .orderBy('at', 'desc')
    .offset(strangerLimit - 1)
    .limit(1)
    .executeTakeFirst();
  return {
    here: { count: Number(failed.count), last: failed.last },
    knownHere: success.count !== '0',
    strangersFull: strangers?.at ?? null,
  };
}

/** Removes some of the tries nobody counts any more: more than a try adds, so that they never pile up. */
const sweepTries = (tx: SystemTx, now: Date) =>
  tx
    .deleteFrom('system_event')
    .where('id', 'in', (old) =>
      old
        .selectFrom('system_event')
        .select('id')
        .where('act', '=', 'identity.sign-in-tried')
        .where('at', '<', removedBefore('sign-in-tried', now))
        .orderBy('at')
        .limit(sweptAtOnce),
    )
    .execute();

/** Counts a try before it is made; on the account as a whole only where it comes from an address not known. */
export async function recordTry(
  tx: SystemTx,
  { account, here }: Subjects,
  { knownHere, actor, now }: { readonly knownHere: boolean; readonly actor: string | null; readonly now: Date },
) {
  for (const subject of knownHere ? [here] : [here, account]) {
    await insertEvent(tx, { act: 'identity.sign-in-tried', subject, at: now, actor });
  }
  await sweepTries(tx, now);
}
