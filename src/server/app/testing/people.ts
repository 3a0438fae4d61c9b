import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SystemRole } from '#core/identity/role.ts';
import { neverAsked } from '#core/identity/step-up.ts';
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

/** A session that never ends, whatever a test's clock is set to. */
const endless = {
  created_at: new Date('2000-01-01'),
  seen_at: new Date('2100-01-01'),
  expires_at: new Date('2100-01-02'),
};

/** People with a session each that never ends and, unless told, has passed the second factor; no password is checked in the making. */
export async function addPeople(server: TestServer, added: readonly NewPerson[]): Promise<TestPerson[]> {
  const people = added.map((person) => ({ ...person, id: randomUUID(), token: randomUUID() + randomUUID() }));
  await insertPeople(server, people);
  await asPerson(server.db, {}, async (tx) => {
    for (const { id, token, secondFactor = true } of people) {
      const proved = { second_factor: secondFactor, stepped_up_at: secondFactor ? neverAsked : null };
      const session = { token_hash: hashToken(token), person_id: id, ...proved, ...endless };
      await sql`select set_config('app.person_id', ${id}, true)`.execute(tx);
      await tx.insertInto('session').values(session).execute();
    }
  });
  return people.map(({ id, name, token }) => ({ id, name, cookie: `mamori=${token}` }));
}

type Times = {
  readonly created_at: Date;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly stepped_up_at: Date;
};

/** The person in another browser; unless told, its session never ends and has just passed the second factor. */
export async function addBrowser(server: TestServer, person: TestPerson, changed: Partial<Times>): Promise<TestPerson> {
  const token = randomUUID() + randomUUID();
  const times = { ...endless, stepped_up_at: neverAsked, ...changed };
  await asPerson(server.db, { personId: person.id }, (tx) =>
    tx
      .insertInto('session')
      .values({ token_hash: hashToken(token), person_id: person.id, second_factor: true, ...times })
      .execute(),
  );
  return { ...person, cookie: `mamori=${token}` };
}
