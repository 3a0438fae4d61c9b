import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SystemRole } from '#core/identity/role.ts';
import { hashToken } from '../../identity/secret-token.ts';
import { asPerson, asSystem } from '../../platform/database/transaction.ts';
import type { TestServer } from './test-server.ts';

export type TestPerson = {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
  /** What a program sends in the person's name. */
  readonly authorization?: string;
};

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
  const times = { seen_at: new Date('2100-01-01'), expires_at: new Date('2100-01-02') };
  await insertPeople(server, people);
  await asPerson(server.db, {}, async (tx) => {
    for (const { id, token, secondFactor = true } of people) {
      const proved = { second_factor: secondFactor, stepped_up_at: secondFactor ? times.seen_at : null };
      const session = { token_hash: hashToken(token), person_id: id, ...proved, ...times };
      await sql`select set_config('app.person_id', ${id}, true)`.execute(tx);
      await tx.insertInto('session').values(session).execute();
    }
  });
  return people.map(({ id, name, token }) => ({ id, name, cookie: `mamori=${token}` }));
}

type Times = { readonly seen_at: Date; readonly expires_at: Date; readonly stepped_up_at: Date };

/** The person in another browser; unless told, its session never ends and has just passed the second factor. */
export async function addBrowser(server: TestServer, person: TestPerson, changed: Partial<Times>): Promise<TestPerson> {
  const token = randomUUID() + randomUUID();
  const never = new Date('2100-01-01');
  const times = { seen_at: never, expires_at: new Date('2100-01-02'), stepped_up_at: never, ...changed };
  await asPerson(server.db, { personId: person.id }, (tx) =>
    tx
      .insertInto('session')
      .values({ token_hash: hashToken(token), person_id: person.id, second_factor: true, ...times })
      .execute(),
  );
  return { ...person, cookie: `mamori=${token}` };
}
