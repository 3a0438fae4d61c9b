import { sql, type Transaction } from 'kysely';
import type { SystemRole } from '#core/identity/role.ts';
import { type SecondFactor, secondFactors } from '#core/identity/second-factor.ts';
import { latestStep } from '#core/identity/time-step.ts';
import type { PersonTables } from '../platform/database/person-tables.ts';
import type { PersonTx, SystemTx } from '../platform/database/transaction.ts';

type SecretTx = Transaction<Pick<PersonTables, 'person_secret' | 'passkey'>>;

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Null for who came by a provider. */
  readonly passwordHash: string | null;
  readonly systemRoles: readonly SystemRole[];
};

/** Adds people; false where an e-mail address belongs to somebody already, and the caller must roll back. */
export async function insertPeople(
  tx: Transaction<Pick<PersonTables, 'person' | 'person_secret'>>,
  people: readonly PersonRow[],
): Promise<boolean> {
  const persons = people.map(({ id, name, systemRoles }) => ({ id, name, system_roles: [...systemRoles] }));
  await tx.insertInto('person').values(persons).execute();
  const secrets = people.map(({ id, email, passwordHash }) => ({ person_id: id, email, password_hash: passwordHash }));
  const added = await tx
    .insertInto('person_secret')
    .values(secrets.map((secret) => ({ ...secret, totp_secret: null })))
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === BigInt(people.length);
}

/** Ids by e-mail address, of those who are there. */
export async function personIds(tx: SystemTx, emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('person_secret')
    .select(['person_id', 'email'])
    .where('email', 'in', emails)
    .execute();
  return new Map(rows.map(({ email, person_id }) => [email, person_id]));
}

export const everyPersonId = async (tx: SystemTx): Promise<readonly string[]> =>
  (await tx.selectFrom('person_secret').select('person_id').execute()).map(({ person_id }) => person_id);

const secretsWithPasskey = (tx: SecretTx) =>
  tx
    .selectFrom('person_secret')
    .selectAll()
    .select((row) =>
      row
        .exists(row.selectFrom('passkey').select('id').whereRef('passkey.person_id', '=', 'person_secret.person_id'))
        .as('has_passkey'),
    );

export const findSecret = (tx: SystemTx, email: string) =>
  secretsWithPasskey(tx).where('email', '=', email).executeTakeFirst();

/** The secret of somebody who is signed in. */
export const findSecretOf = (tx: SystemTx, personId: string) =>
  secretsWithPasskey(tx).where('person_id', '=', personId).executeTakeFirstOrThrow();

export type Secret = NonNullable<Awaited<ReturnType<typeof findSecret>>>;

/** What a person has enrolled besides the password. */
export function heldBy(secret: Pick<Secret, 'totp_confirmed' | 'has_passkey'>): readonly SecondFactor[] {
  const held = { authenticator: secret.totp_confirmed, passkey: secret.has_passkey };
  return secondFactors.filter((each) => held[each]);
}

export const findByEmail = (tx: SystemTx, email: string) =>
  tx
    .selectFrom('person_secret')
    .innerJoin('person', 'person.id', 'person_secret.person_id')
    .select(['person.id', 'person.name'])
    .select(sql<boolean>`password_hash is not null`.as('hasPassword'))
    .where('email', '=', email)
    .executeTakeFirst();

export const loadSecret = (tx: PersonTx, personId: string) =>
  tx.selectFrom('person_secret').select('email').where('person_id', '=', personId).executeTakeFirstOrThrow();

export async function hasPassword(tx: PersonTx, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('person_secret')
    .select(sql<boolean>`password_hash is not null`.as('held'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return found?.held === true;
}

export const setPassword = (tx: PersonTx, personId: string, hash: string) =>
  tx.updateTable('person_secret').set({ password_hash: hash }).where('person_id', '=', personId).execute();

/** Puts a password in the place of the former; false where that has changed in the meantime. */
export async function replacePassword(tx: PersonTx, personId: string, former: string, hash: string): Promise<boolean> {
  const changed = await tx
    .updateTable('person_secret')
    .set({ password_hash: hash })
    .where('person_id', '=', personId)
    .where('password_hash', '=', former)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export const lockSecret = (tx: PersonTx, personId: string) =>
  tx.selectFrom('person_secret').selectAll().where('person_id', '=', personId).forUpdate().executeTakeFirstOrThrow();

/** Stores a secret still to be confirmed; gives the e-mail address, or undefined where one is confirmed already. */
export async function storeTotpSecret(tx: PersonTx, personId: string, sealed: Buffer): Promise<string | undefined> {
  const stored = await tx
    .updateTable('person_secret')
    .set({ totp_secret: sealed, totp_last_step: 0 })
    .where('person_id', '=', personId)
    .where('totp_confirmed', '=', false)
    .returning('email')
    .executeTakeFirst();
  return stored?.email;
}

/** Stores the secret of another authenticator beside the one in use; undefined where none is in use. */
export async function storeNextTotpSecret(tx: PersonTx, personId: string, sealed: Buffer): Promise<string | undefined> {
  const stored = await tx
    .updateTable('person_secret')
    .set({ totp_next_secret: sealed })
    .where('person_id', '=', personId)
    .where('totp_confirmed', '=', true)
    .returning('email')
    .executeTakeFirst();
  return stored?.email;
}

export const takeNextTotpSecret = (tx: PersonTx, personId: string, sealed: Buffer, step: number) =>
  tx
    .updateTable('person_secret')
    .set({ totp_secret: sealed, totp_next_secret: null, totp_last_step: step })
    .where('person_id', '=', personId)
    .execute();

export const confirmTotpSecret = (tx: PersonTx, personId: string, step: number) =>
  tx
    .updateTable('person_secret')
    .set({ totp_confirmed: true, totp_last_step: step })
    .where('person_id', '=', personId)
    .execute();

/** Uses a time step up, as `isStepUnused` says in one statement; false where this step or a later one was used before. */
export async function takeStep(tx: SystemTx, personId: string, step: number, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('person_secret')
    .set({ totp_last_step: step })
    .where('person_id', '=', personId)
    .where((last) =>
      last.or([last('totp_last_step', '<', String(step)), last('totp_last_step', '>', String(latestStep(now)))]),
    )
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Some confirmed second-factor secrets, sealed. */
export async function sealedSecrets(tx: SystemTx, atMost: number): Promise<readonly Buffer[]> {
  const rows = await tx
    .selectFrom('person_secret')
    .select('totp_secret')
    .where('totp_confirmed', '=', true)
    .where('totp_secret', 'is not', null)
    .limit(atMost)
    .execute();
  return rows.flatMap(({ totp_secret }) => totp_secret ?? []);
}

export async function hasAdministrator(tx: SystemTx): Promise<boolean> {
  const administrator = await tx
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`'system-administrator' = any (system_roles)`)
    .executeTakeFirst();
  return administrator !== undefined;
}

export async function findSecondFactors(tx: PersonTx, personId: string): Promise<readonly SecondFactor[]> {
  return heldBy(await secretsWithPasskey(tx).where('person_id', '=', personId).executeTakeFirstOrThrow());
}
