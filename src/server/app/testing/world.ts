import { sql } from 'kysely';
import { type FacilityRole, facilityRoles, type SystemRole } from '#core/identity/role.ts';
import type { FacilityType } from '#core/organisation/facility.ts';
import { addFacility } from '../../organisation/index.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { addTestOrganisation, enrolIn, type TestOrganisation } from './organisation-world.ts';
import { addPeople, type TestPerson } from './people.ts';
import type { TestServer } from './test-server.ts';

export { addBrowser, type TestPerson } from './people.ts';

export type TestFacility = {
  readonly id: string;
  readonly name: string;
  readonly people: Readonly<Record<FacilityRole, TestPerson>>;
};
export type World = {
  readonly here: TestFacility;
  readonly elsewhere: TestFacility;
  /** A regional network, and a prefecture to which the same people belong. */
  readonly network: TestOrganisation;
  readonly prefecture: TestOrganisation;
  readonly otherNetwork: TestOrganisation;
  readonly administrator: TestPerson;
};

export async function addSignedIn(
  server: TestServer,
  name: string,
  systemRoles: readonly SystemRole[] = [],
  secondFactor = true,
): Promise<TestPerson> {
  const [person] = await addPeople(server, [{ name, systemRoles, secondFactor }]);
  if (!person) throw new Error(`${name} was not added`);
  return person;
}

type NewMember = { readonly personId: string; readonly roles: readonly FacilityRole[] };

const addMembers = (server: TestServer, facilityId: string, members: readonly NewMember[]) =>
  server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${facilityId}, true)`.execute(tx);
    const rows = members.map(({ personId, roles }) => ({
      facility_id: facilityId,
      person_id: personId,
      roles: [...roles],
    }));
    if (rows.length > 0) await tx.insertInto('member').values(rows).execute();
  });

export const addMember = (server: TestServer, facilityId: string, personId: string, roles: readonly FacilityRole[]) =>
  addMembers(server, facilityId, [{ personId, roles }]);

type NewFacility = { readonly name: string; readonly type?: FacilityType; readonly beds?: number | null };

async function openedFacility(server: TestServer, { name, type = 'hospital', beds = 218 }: NewFacility) {
  const place = { code: null, prefecture: 14, postalCode: null, address: '横浜市中区1-1' };
  const added = await asSystem(server.db, (tx) => addFacility(tx, { name, type, beds, ...place }, server.clock.now));
  if (!added) throw new Error('the facility was not added');
  return added;
}

export async function addTestFacility(
  server: TestServer,
  of: NewFacility,
  roles: readonly FacilityRole[] = facilityRoles,
): Promise<TestFacility> {
  const { id, name } = await openedFacility(server, of);
  const added =
    roles.length > 0
      ? await addPeople(
          server,
          roles.map((role) => ({ name: `${name} ${role}` })),
        )
      : [];
  const held = roles.flatMap((role, index) => (added[index] ? [{ role, person: added[index] }] : []));
  await addMembers(
    server,
    id,
    held.map(({ role, person }) => ({ personId: person.id, roles: [role] })),
  );
  const people: Partial<Record<FacilityRole, TestPerson>> = Object.fromEntries(
    held.map(({ role, person }) => [role, person]),
  );
  return { id, name, people: people as Record<FacilityRole, TestPerson> };
}

/** Two hospitals and organisations above them with a person for every role each, and the system administrator. */
export async function makeWorld(server: TestServer): Promise<World> {
  const network = await addTestOrganisation(server, { kind: 'network', prefecture: null });
  return {
    network,
    prefecture: await enrolIn(server, { kind: 'prefecture', prefecture: 14 }, network.people),
    otherNetwork: await addTestOrganisation(server, { kind: 'network', prefecture: null }),
    here: await addTestFacility(server, { name: 'みなと総合病院' }),
    elsewhere: await addTestFacility(server, { name: '丘の上病院' }),
    administrator: await addSignedIn(server, 'システム管理者', ['system-administrator']),
  };
}
