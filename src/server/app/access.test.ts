import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { type FacilityRole, facilityRoles, may, organisationRoles, type Role } from '#core/identity/role.ts';
import type { Access } from '#core/kernel/contract.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName, Fixture, Holder } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { holderOf } from './testing/holder.ts';
import { type Call, type Reply, request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { textFields, withText } from './testing/text-fields.ts';
import { addMember, addSignedIn, addTestFacility, makeWorld, type TestPerson, type World } from './testing/world.ts';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  endpointsOf(contract).map((endpoint) => [endpoint.name, endpoint]),
);

let server: TestServer;
/** One for each endpoint. */
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

function permitted(access: Access): readonly Role[] {
  if (access.kind === 'facility') return facilityRoles.filter((role) => may([role], access.permission));
  if (access.kind === 'organisation') return organisationRoles.filter((role) => may([role], access.permission));
  return [];
}

function refusedRoles(access: Access): readonly Role[] {
  if (access.kind === 'facility') return facilityRoles.filter((role) => !may([role], access.permission));
  if (access.kind === 'organisation') return organisationRoles.filter((role) => !may([role], access.permission));
  return access.kind === 'system' ? [...facilityRoles, ...organisationRoles] : [];
}

/** A session that has the password behind it and not yet the code opens nothing but what leads to the code. */
async function expectSecondFactorAsked(access: Access, role: Holder, call: Call): Promise<void> {
  if (access.kind === 'public' || (access.kind === 'person' && access.beforeSecondFactor)) return;
  const person = await addSignedIn(server, '確認コードの前の人', ['system-administrator'], false);
  if (access.kind === 'facility') await addMember(server, world.here.id, person.id, [role as FacilityRole]);
  const reply = await request(server, person, call);
  expect(reply).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
}

async function expectRefusals(access: Access, call: Call): Promise<void> {
  expect(await request(server, undefined, call), 'nobody').toMatchObject({
    status: 401,
    body: { code: 'sign-in-required' },
  });
  for (const role of refusedRoles(access)) {
    expect(await request(server, holderOf(role, world), call), role).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
  }
  if (access.kind === 'organisation') await expectStrangersRefused(call);
  if (access.kind !== 'facility') return;
  for (const role of organisationRoles) {
    const above = await request(server, world.otherNetwork.people[role], call);
    expect(above, `${role} without an agreement`).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
  for (const role of facilityRoles) {
    const stranger = await request(server, world.elsewhere.people[role], call);
    expect(stranger, `${role} of another facility`).toMatchObject({ status: 404, body: { code: 'not-found' } });
  }
  expect(await request(server, world.administrator, call), 'system administrator').toMatchObject({ status: 404 });
}

/** People of another organisation, of facilities and of the installation find nothing under an organisation. */
async function expectStrangersRefused(call: Call): Promise<void> {
  const strangers = [
    ...organisationRoles.map((role) => world.otherNetwork.people[role]),
    ...facilityRoles.map((role) => world.here.people[role]),
    world.administrator,
  ];
  for (const stranger of strangers) {
    expect(await request(server, stranger, call), stranger.name).toMatchObject({ status: 404 });
  }
}

/** The same ids asked for through the caller's own facility: what is not there is not found. */
async function expectNothingThroughOwnDoor(fixture: Fixture, call: Call): Promise<void> {
  const [, , facilityId, , deeper] = call.path.split('?')[0]?.split('/') ?? [];
  if (facilityId !== world.here.id || deeper === undefined || fixture.as === 'nobody') return;
  const path = call.path.replace(world.here.id, world.elsewhere.id);
  // Items and organisations are the same for every facility.
  if (path.includes('/items/') || (call.method === 'PUT' && path.includes('/memberships/'))) return;
  const person = holderOf(fixture.as, { ...world, here: world.elsewhere });
  const reply = await request(server, person, { ...call, path });
  expect(reply, 'through the own facility').toMatchObject({ status: 404, body: { code: 'not-found' } });
}

type Faults = readonly { readonly field: string; readonly code: string; readonly message: string }[];

function faultsOf(reply: Reply): Faults {
  expect(reply).toMatchObject({ status: 400, body: { code: 'input-not-valid' } });
  const { faults } = (reply.body as { data: { faults: Faults } }).data;
  for (const { message } of faults) expect(message).toMatch(japanese);
  return faults;
}

async function expectUnusableText(person: TestPerson | undefined, call: Call): Promise<void> {
  const fields = textFields(call.body);
  for (const text of fields.length > 0 ? ['a\u0000b', '\ud83d'] : []) {
    const faults = faultsOf(await request(server, person, { ...call, body: withText(call.body, text) }));
    expect(faults.map(({ field }) => field).toSorted(), text).toEqual(fields.toSorted());
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['character-not-usable']));
  }
  if (!call.path.includes('?')) return;
  const [fault] = faultsOf(await request(server, person, { ...call, path: `${call.path}%00` }));
  expect(fault).toMatchObject({ code: 'character-not-usable' });
}

/** Whatever no endpoint names is refused by name, in the query and in the body. */
async function expectUnknownRefused(person: TestPerson | undefined, call: Call): Promise<void> {
  const withQuery = { ...call, path: `${call.path}${call.path.includes('?') ? '&' : '?'}stray=1` };
  const withField = call.body !== undefined && { ...call, body: { ...(call.body as object), stray: 1 } };
  for (const asked of withField ? [withQuery, withField] : [withQuery]) {
    const faults = faultsOf(await request(server, person, asked));
    expect(faults).toEqual([
      {
        field: expect.stringMatching(/^(query\.)?stray$/),
        code: 'not-known',
        message: expect.stringContaining('「stray」'),
      },
    ]);
  }
}

function expectFine(reply: Reply, who: string): void {
  expect({ who, status: reply.status, body: reply.status < 300 ? 'fine' : reply.body, errors: server.errors }).toEqual({
    who,
    status: expect.toSatisfy((status: number) => status >= 200 && status < 300),
    body: 'fine',
    errors: [],
  });
}

async function withOwnFacility(role: Role): Promise<World> {
  return { ...world, here: await addTestFacility(server, { name: `${role}の病院` }) };
}

describe.each(Object.entries(fixtures) as [EndpointName, Fixture][])('%s', (name, fixture) => {
  test('answers every role that may, and refuses everybody else', async () => {
    const endpoint = endpoints.get(name);
    if (!endpoint) throw new Error(`the contract has no ${name}`);
    const { access } = endpoint;
    world = await makeWorld(server);
    const person = fixture.person ? await fixture.person(server, world) : holderOf(fixture.as, world);
    const call = await fixture.call(server, world, fixture.as);
    if (access.kind !== 'public') await expectRefusals(access, call);
    await expectSecondFactorAsked(access, fixture.as, call);
    await expectNothingThroughOwnDoor(fixture, call);
    await expectUnusableText(person, call);
    await expectUnknownRefused(person, call);
    if (fixture.wrong) {
      const faults = faultsOf(await request(server, person, { ...call, body: fixture.wrong.body }));
      expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining([...fixture.wrong.fields]));
    }
    expectFine(await request(server, person, call), fixture.as);
    for (const role of permitted(access).filter((each) => each !== fixture.as)) {
      const own = access.kind === 'organisation' ? await makeWorld(server) : await withOwnFacility(role);
      expectFine(await request(server, holderOf(role, own), await fixture.call(server, own, role)), role);
    }
  });
});
