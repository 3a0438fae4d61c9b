import { sql } from 'kysely';
import {
  type FacilityRole,
  facilityRoles,
  may,
  type OrganisationRole,
  organisationRoles,
  supportScopes,
} from '#core/identity/role.ts';
import type { TestOrganisation } from '../organisation-world.ts';
import { type Call, request } from '../request.ts';
import { offered } from '../support-fixtures.ts';
import type { TestServer } from '../test-server.ts';
import { addMember, addSignedIn, type TestPerson } from '../world.ts';
import { type Guarded, type Outsider, type Place, refusals } from './outsider.ts';
import { letIn } from './supporters.ts';

const outside = (who: string, person: TestPerson): Outsider => ({ who, person, refusal: refusals.place });

async function done(server: TestServer, by: TestPerson, call: Call): Promise<void> {
  const { status, body } = await request(server, by, call);
  if (status >= 300) throw new Error(`${call.method} ${call.path}: ${status} ${JSON.stringify(body)}`);
}

/** Supporters whose agreement with the facility, open to everything, has been ended or is over by its date. */
async function byAgreement({ server, world }: Place): Promise<readonly Outsider[]> {
  const { here, otherNetwork } = world;
  const { id } = await offered(server, { ...world, network: otherNetwork }, { scope: [...supportScopes] });
  const path = `/facilities/${here.id}/support-agreements/${id}/end`;
  await done(server, here.people['safety-manager'], { method: 'POST', path });
  const over = await letIn(server, here, supportScopes, server.clock.now);
  return [
    outside('a supporter let go', otherNetwork.people.supporter),
    outside('a supporter whose agreement is over by its date', over),
  ];
}

/** Everybody of a network the facility belonged to and showed everything, until it left. */
async function ofLeftNetwork({ server, world }: Place): Promise<readonly Outsider[]> {
  const { here, otherNetwork } = world;
  const by = here.people['facility-administrator'];
  const path = `/facilities/${here.id}/memberships/${otherNetwork.id}`;
  await done(server, by, { method: 'PUT', path, body: { shows: 'score' } });
  await done(server, by, { method: 'DELETE', path });
  return organisationRoles.map((role) => outside(`${role} of a network that was left`, otherNetwork.people[role]));
}

/** Somebody who worked at the facility in every role that may, and was taken out. */
async function takenOut({ server, world: { here } }: Place, roles: readonly FacilityRole[]): Promise<Outsider> {
  const person = await addSignedIn(server, 'もういない職員');
  await addMember(server, here.id, person.id, roles);
  const path = `/facilities/${here.id}/members/${person.id}`;
  await done(server, here.people['facility-administrator'], { method: 'DELETE', path });
  return outside('a member who was taken out', person);
}

/** Makes somebody a person of the organisation. */
export const addTo = (
  { id }: TestOrganisation,
  server: TestServer,
  personId: string,
  roles: readonly OrganisationRole[],
) =>
  server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organisation_id', ${id}, true)`.execute(tx);
    await tx
      .insertInto('organisation_member')
      .values({ organisation_id: id, person_id: personId, roles: [...roles] })
      .execute();
  });

/** Likewise in the organisations above. */
async function takenOutAbove({ server, world }: Place, roles: readonly OrganisationRole[]): Promise<Outsider> {
  const person = await addSignedIn(server, 'もういない組織の人');
  for (const organisation of [world.network, world.prefecture]) {
    await addTo(organisation, server, person.id, roles);
    const path = `/organisations/${organisation.id}/members/${person.id}`;
    await done(server, organisation.people['organisation-administrator'], { method: 'DELETE', path });
  }
  return outside('a person of the organisation who was taken out', person);
}

/** Everybody to whom an endpoint was open once and is not any more. */
export async function formerlyInside(place: Place, access: Guarded): Promise<readonly Outsider[]> {
  if (access.kind === 'organisation') {
    const roles = organisationRoles.filter((role) => may([role], access.permission));
    return [await takenOutAbove(place, roles)];
  }
  if (access.kind !== 'facility') return [];
  const roles = facilityRoles.filter((role) => may([role], access.permission));
  return [await takenOut(place, roles), ...(await byAgreement(place)), ...(await ofLeftNetwork(place))];
}
