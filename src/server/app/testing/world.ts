import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type FacilityRole, facilityRoles, type SystemRole } from '#core/identity/role.ts';
import type { FacilityType } from '#core/organisation/facility.ts';
import { hashToken } from '../../identity/secret-token.ts';
import { addFacility } from '../../organisation/index.ts';
import { asPerson, asSystem } from '../../platform/database/transaction.ts';
import type { TestServer } from './test-server.ts';

export type TestPerson = { readonly id: string; readonly name: string; readonly cookie: string };
export type TestFacility = {
  readonly id: string;
  readonly name: string;
  readonly people: Readonly<Record<FacilityRole, TestPerson>>;
};
export type World = {
  readonly here: TestFacility;
  readonly elsewhere: TestFacility;
  readonly administrator: TestPerson;
};

/** A person with a session that has passed the second factor and never ends; no password is checked in the making. */
export async function addSignedIn(
  server: TestServer,
  name: string,
  systemRoles: readonly SystemRole[] = [],
): Promise<TestPerson> {
  const id = randomUUID();
  const token = randomUUID() + randomUUID();
  await asSystem(server.db, async (tx) => {
    await tx
      .insertInto('person')
      .values({ id, name, system_roles: [...systemRoles] })
      .execute();
    await tx
      .insertInto('person_secret')
      .values({
        person_id: id,
        email: `${id}@example.jp`,
        password_hash: 'none',
        totp_secret: null,
        totp_confirmed: true,
      })
      .execute();
  });
  const times = { seen_at: new Date('2100-01-01'), expires_at: new Date('2100-01-01') };
  await asPerson(server.db, { personId: id }, (tx) =>
    tx
      .insertInto('session')
      .values({ token_hash: hashToken(token), person_id: id, second_factor: true, ...times })
      .execute(),
  );
  return { id, name, cookie: `mamori=${token}` };
}

export async function addMember(
  server: TestServer,
  facilityId: string,
  personId: string,
  roles: readonly FacilityRole[],
) {
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${facilityId}, true)`.execute(tx);
    await tx
      .insertInto('member')
      .values({ facility_id: facilityId, person_id: personId, roles: [...roles] })
      .execute();
  });
}

export async function addTestFacility(
  server: TestServer,
  of: { readonly name: string; readonly type?: FacilityType; readonly beds?: number | null },
  roles: readonly FacilityRole[] = facilityRoles,
): Promise<TestFacility> {
  const facility = await asSystem(server.db, (tx) =>
    addFacility(
      tx,
      {
        name: of.name,
        code: null,
        prefecture: 14,
        postalCode: null,
        address: '横浜市中区1-1',
        type: of.type ?? 'hospital',
        beds: of.beds ?? 218,
      },
      server.clock.now,
    ),
  );
  if (!facility) throw new Error('the facility was not added');
  const people: Partial<Record<FacilityRole, TestPerson>> = {};
  for (const role of roles) {
    const person = await addSignedIn(server, `${of.name} ${role}`);
    await addMember(server, facility.id, person.id, [role]);
    people[role] = person;
  }
  return { id: facility.id, name: of.name, people: people as Record<FacilityRole, TestPerson> };
}

/** Two hospitals with a person for every role each, and the system administrator. */
export async function makeWorld(server: TestServer): Promise<World> {
  return {
    here: await addTestFacility(server, { name: 'みなと総合病院' }),
    elsewhere: await addTestFacility(server, { name: '丘の上病院' }),
    administrator: await addSignedIn(server, 'システム管理者', ['system-administrator']),
  };
}
