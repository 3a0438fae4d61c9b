import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { facilityRoles, may, type Role } from '#core/identity/role.ts';
import type { Access } from '#core/kernel/contract.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName, Fixture } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { type Call, request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  endpointsOf(contract).map((endpoint) => [endpoint.name, endpoint]),
);

let server: TestServer;
let world: World;

beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterEach(() => server.stop());

function personOf(role: Fixture['as'], facility = world.here): TestPerson | undefined {
  if (role === 'nobody') return undefined;
  return role === 'system-administrator' ? world.administrator : facility.people[role];
}

function refusedRoles(access: Access): readonly Role[] {
  if (access.kind === 'facility') return facilityRoles.filter((role) => !may([role], access.permission));
  return access.kind === 'system' ? facilityRoles : [];
}

async function expectRefusals(access: Access, call: Call): Promise<void> {
  if (access.kind === 'public') return;
  expect(await request(server, undefined, call), 'nobody').toMatchObject({
    status: 401,
    body: { code: 'sign-in-required' },
  });
  for (const role of refusedRoles(access)) {
    expect(await request(server, personOf(role), call), role).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
  }
  if (access.kind === 'facility') {
    for (const role of facilityRoles) {
      const stranger = await request(server, world.elsewhere.people[role], call);
      expect(stranger, `${role} of another facility`).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(await request(server, world.administrator, call), 'system administrator').toMatchObject({ status: 404 });
  }
}

/** The same ids asked for through the caller's own facility: what is not there is not found. */
async function expectNothingThroughOwnDoor(fixture: Fixture, call: Call): Promise<void> {
  const [, , facilityId, , deeper] = call.path.split('?')[0]?.split('/') ?? [];
  if (facilityId !== world.here.id || deeper === undefined || fixture.as === 'nobody') return;
  const path = call.path.replace(world.here.id, world.elsewhere.id);
  if (path.includes('/items/')) return;
  const reply = await request(server, personOf(fixture.as, world.elsewhere), { ...call, path });
  expect(reply, 'through the own facility').toMatchObject({ status: 404, body: { code: 'not-found' } });
}

describe.each(Object.entries(fixtures) as [EndpointName, Fixture][])('%s', (name, fixture) => {
  test('answers who may, and refuses everybody else', async () => {
    const endpoint = endpoints.get(name);
    if (!endpoint) throw new Error(`the contract has no ${name}`);
    const person = fixture.person ? await fixture.person(server, world) : personOf(fixture.as);
    const call = await fixture.call(server, world);
    await expectRefusals(endpoint.access, call);
    await expectNothingThroughOwnDoor(fixture, call);
    if (fixture.wrong) {
      const wrong = await request(server, person, { ...call, body: fixture.wrong.body });
      expect(wrong).toMatchObject({ status: 400, body: { code: 'input-not-valid' } });
      const { faults } = (wrong.body as { data: { faults: { field: string; message: string }[] } }).data;
      expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining([...fixture.wrong.fields]));
      for (const { message } of faults) expect(message).toMatch(japanese);
    }
    const reply = await request(server, person, call);
    expect({ status: reply.status, body: reply.status < 300 ? 'fine' : reply.body, errors: server.errors }).toEqual({
      errors: [],
      status: expect.toSatisfy((status: number) => status >= 200 && status < 300),
      body: 'fine',
    });
    expect(server.errors).toEqual([]);
  });
});
