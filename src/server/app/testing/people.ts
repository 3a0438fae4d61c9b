import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SystemRole } from '#core/identity/role.ts';
import { hashToken } from '../../identity/secret-token.ts';
import { asPerson, asSystem } from '../../platform/database/transaction.ts';
import type { TestServer } from './test-server.ts';

export type TestPerson = { readonly id: string; readonly name: string; readonly cookie: string };

type NewPerson = {
  readonly name: string;
  readonly systemRoles?: readonly SystemRole[];
  readonly secondFactor?: boolean;
};

async function insertPeople(server: TestServer, people: readonly (NewPerson & { readonly id: string })[]) {
  await asSystem(server.db, async (tx) => {
    await tx
      .insertInto('person')
      .values(people.map(({ id, name, systemRoles = [] }) => ({ id, name, system_roles: [...systemRoles] })))
      .execute();
    const secret = { password_hash: 'none', totp_secret: null, totp_confirmed: true };
    await tx
      .insertInto('person_secret')
      .values(people.map(({ id }) => ({ person_id: id, email: `${id}@example.jp`, ...secret })))
      .execute();
  });
}

/** People with a session each that never ends and, unless told, has passed the second factor; no password is checked in the making. */
export async function addPeople(server: TestServer, added: readonly NewPerson[]): Promise<TestPerson[]> {
  const people = added.map((person) => ({ ...person, id: randomUUID(), token: randomUUID() + randomUUID() }));
  const times = { seen_at: new Date('2100-01-01'), expires_at: new Date('2100-01-01') };
  await insertPeople(server, people);
  await asPerson(server.db, {}, async (tx) => {
    for (const { id, token, secondFactor = true } of people) {
      const session = { token_hash: hashToken(token), person_id: id, second_factor: secondFactor, ...times };
      await sql`select set_config('app.person_id', ${id}, true)`.execute(tx);
      await tx.insertInto('session').values(session).execute();
    }
  });
  return people.map(({ id, name, token }) => ({ id, name, cookie: `mamori=${token}` }));
}
