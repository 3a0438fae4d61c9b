import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { SystemRole } from '#core/identity/role.ts';
import { hashPassword, newToken } from '../../identity/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import { type DemoPerson, roster } from './roster.ts';

const systemRolesOf = ({ facility }: DemoPerson): SystemRole[] => (facility === null ? ['system-administrator'] : []);

/** Nobody knows the one password of all these people: they come in by their links only. */
async function insertPeople(tx: SystemTx): Promise<void> {
  const passwordHash = await hashPassword(newToken().token);
  const people = roster.map((person) => ({
    id: randomUUID(),
    email: person.email,
    name: person.name,
    password_hash: passwordHash,
    totp_secret: null,
    system_roles: systemRolesOf(person),
  }));
  await tx
    .insertInto('person')
    .values(people)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
}

/** The id of everybody in the region by e-mail address. */
export const peopleByEmail = async (tx: SystemTx): Promise<ReadonlyMap<string, string>> => {
  const emails = roster.map(({ email }) => email);
  const rows = await tx.selectFrom('person').select(['id', 'email']).where('email', 'in', emails).execute();
  return new Map(rows.map(({ id, email }) => [email, id]));
};

/** Makes sure that everybody in the region is there. */
export const addPeople = (db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> =>
  asSystem(db, async (tx) => {
    await insertPeople(tx);
    return peopleByEmail(tx);
  });
