import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { needsSecondFactor, type Role, type SystemRole } from '#core/identity/role.ts';
import type { PersonTables } from '../platform/database/person-tables.ts';
import { refused } from '../platform/http/refusal.ts';
import type { HashingLine } from './hashing-line.ts';
import { hashPassword } from './password-hash.ts';
import { passwordRefusal } from './password-refusal.ts';
import { insertPeople } from './person-repository.ts';

export type NewPerson = { readonly name: string; readonly email: string; readonly password: string };
type ReadyPerson = Omit<NewPerson, 'password'> & { readonly id: string; readonly passwordHash: string };

type Owner = { readonly name: string; readonly email: string; readonly secondFactor: boolean };

/** Refuses a weak password before any work is done on it. */
export function refuseWeakPassword(password: string, owner: Owner): void {
  const refusal = passwordRefusal(password, owner);
  if (refusal) throw refused('input-not-valid', { faults: [{ field: 'password', ...refusal }] });
}

export function checkPassword(person: NewPerson, roles: readonly Role[]): void {
  refuseWeakPassword(person.password, { ...person, secondFactor: needsSecondFactor(roles) });
}

/** What is stored of a new person; the costly part of registering, done outside of any transaction. */
export async function readyPerson(
  hashing: HashingLine,
  address: string,
  { name, email, password }: NewPerson,
): Promise<ReadyPerson> {
  const passwordHash = await hashing(address, () => hashPassword(password));
  return { id: randomUUID(), name, email, passwordHash };
}

/** Adds a person; an e-mail address belongs to one person only. */
export async function addPerson(
  tx: Transaction<Pick<PersonTables, 'person' | 'person_secret'>>,
  person: ReadyPerson,
  systemRoles: readonly SystemRole[],
): Promise<void> {
  if (!(await insertPeople(tx, [{ ...person, systemRoles }]))) throw refused('identity/email-taken');
}
