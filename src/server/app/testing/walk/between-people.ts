import {
  type FacilityRole,
  facilityRoles,
  type OrganisationRole,
  organisationRoles,
  type Role,
  type SystemRole,
  systemRoles,
} from '#core/identity/role.ts';
import { withClient } from '../../../platform/database/with-client.ts';
import type { Endpoint } from '../../../platform/http/endpoints.ts';
import type { Fixture } from '../fixture.ts';
import { holderOf } from '../holder.ts';
import { type Call, type Reply, request } from '../request.ts';
import type { TestServer } from '../test-server.ts';
import { addMember, type TestPerson, type World } from '../world.ts';
import { addTo } from './formerly-inside.ts';
import { rowsOfPeople } from './person-rows.ts';
import type { Ready } from './ready.ts';

/** Every role somebody can hold who is signed in. */
export const everyRole: readonly Role[] = [...facilityRoles, ...organisationRoles, ...systemRoles];

const isOf = <R extends Role>(roles: readonly R[], role: Role): role is R => (roles as readonly Role[]).includes(role);

/** Past the policies: no application makes an administrator of somebody who is there. */
const raise = ({ database }: TestServer, { id }: TestPerson, role: SystemRole) =>
  withClient(database.owner, async (owner) => {
    await owner.query('begin; alter table person no force row level security');
    await owner.query('update person set system_roles = $1 where id = $2', [[role], id]);
    await owner.query('alter table person force row level security; commit');
  });

async function give(server: TestServer, world: World, person: TestPerson, role: Role): Promise<void> {
  if (isOf<FacilityRole>(facilityRoles, role)) await addMember(server, world.here.id, person.id, [role]);
  if (isOf<OrganisationRole>(organisationRoles, role)) await addTo(world.network, server, person.id, [role]);
  if (isOf<SystemRole>(systemRoles, role)) await raise(server, person, role);
}

type Prepared = { readonly person: TestPerson; readonly call: Call };

/** Somebody of this role for whom the endpoint is made ready: with a way in, a session or a device of their own where it asks for one. */
export async function asRole(server: TestServer, world: World, fixture: Fixture, role: Role): Promise<Prepared> {
  const made = await fixture.person?.(server, world);
  if (made) await give(server, world, made, role);
  const person = made ?? holderOf(role, world);
  if (!person) throw new Error(`nobody in the world is ${role}`);
  return { person, call: await fixture.call(server, world, role) };
}

const told = ({ status, body }: Reply) => `${status} ${JSON.stringify(body).slice(0, 200)}`;

type BetweenPeople = Omit<Ready, 'call' | 'person'>;

/** Whether the path names something of the person who calls. */
export const namesOwn = ({ path }: Endpoint): boolean => path.includes('{');

/** What people of every role do with what belongs to somebody else, named by its id in the path. */
export async function leaksBetweenPeople({ server, ground = server, world, endpoint, fixture }: BetweenPeople) {
  if (!namesOwn(endpoint)) return [];
  const owner = await asRole(ground, world, fixture, 'staff');
  const leaks: string[] = [];
  for (const role of everyRole) {
    const { person } = await asRole(ground, world, fixture, role);
    const people = [owner.person.id, person.id];
    const before = await rowsOfPeople(ground, people);
    const reply = await request(server, person, owner.call);
    if (reply.status !== 404) leaks.push(`${role} with what is somebody else's: ${told(reply)}`);
    const after = await rowsOfPeople(ground, people);
    leaks.push(...after.filter((row) => !before.includes(row)).map((row) => `${role} changed ${row}`));
    leaks.push(...before.filter((row) => !after.includes(row)).map((row) => `${role} took away ${row}`));
  }
  const own = await request(server, owner.person, owner.call);
  return own.status < 300 ? leaks : [...leaks, `the owner: ${told(own)}`];
}
