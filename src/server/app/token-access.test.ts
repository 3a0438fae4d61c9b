import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { isOpenToTokens } from '#core/identity/access-token.ts';
import type { FacilityRole } from '#core/identity/role.ts';
import { addProgram } from '../identity/testing/add-access-token.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName, Fixture } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { type Call, request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

const endpoints: readonly Endpoint[] = endpointsOf(contract);
const fixtureOf = ({ name }: Endpoint): Fixture => fixtures[name as EndpointName];
const ofFacility = endpoints.filter(({ access }) => access.kind === 'facility');
const open = ofFacility.filter(({ access }) => isOpenToTokens(access));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const roleOf = ({ as }: Fixture) => as as FacilityRole;
const permissionOf = ({ access }: Endpoint) => (access.kind === 'facility' ? access.permission : '');

async function expectRefused(program: TestPerson, call: Call, status: number, code: string, who: string) {
  expect(await request(server, program, call), who).toMatchObject({ status, body: { code } });
}

async function removed(world: World, person: TestPerson): Promise<void> {
  const { id, people } = world.here;
  const leaving = { facilityId: id, personId: people['facility-administrator'].id };
  await inFacility(server.db, leaving, (tx) =>
    tx.deleteFrom('member').where('facility_id', '=', id).where('person_id', '=', person.id).execute(),
  );
}

test('most of what a facility offers is open to access tokens', () => {
  expect(open.length).toBeGreaterThan(20);
});

describe.each(open.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (_, endpoint) => {
  test('opens to a token with its scope alone, as long as its person belongs to the facility', async () => {
    const world = await makeWorld(server);
    const fixture = fixtureOf(endpoint);
    const person = world.here.people[roleOf(fixture)];
    const call = await fixture.call(server, world, fixture.as);
    const program = await addProgram(server, world.here, person, { scopes: [permissionOf(endpoint)] });
    const reply = await request(server, { ...program, cookie: '' }, call);
    expect({ status: reply.status, errors: server.errors }).toEqual({
      status: expect.toSatisfy((status: number) => status >= 200 && status < 300),
      errors: [],
    });
    await removed(world, person);
    await expectRefused(program, call, 401, 'access-token-not-usable', 'a removed member');
  });
});

test('a scope opens nothing the roles do not carry any more', async () => {
  const { here } = await makeWorld(server);
  const program = await addProgram(server, here, here.people.planner, { scopes: ['sheet.read', 'activity.read'] });
  const call = { method: 'GET', path: `/facilities/${here.id}/activity` };
  await expectRefused(program, call, 403, 'not-allowed', 'a planner');
});
