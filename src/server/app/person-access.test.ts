import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { asRole, everyRole, leaksBetweenPeople, namesOwn } from './testing/walk/between-people.ts';
import { makeWorld } from './testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ofPerson = endpointsOf(contract).filter(({ access }) => access.kind === 'person');
const named = (endpoints: readonly Endpoint[]) =>
  endpoints.map((endpoint) => [endpoint.name as EndpointName, endpoint] as const);

/** What is open to everybody else and refused to a role, with the word that says why. */
const refusedTo: Readonly<Record<string, string>> = {
  'sso.link system-administrator': 'sso/not-for-administrators',
};

test.each(named(ofPerson))('%s answers everybody who is signed in, whatever the role', async (name) => {
  const world = await makeWorld(server);
  for (const role of everyRole) {
    const { person, call } = await asRole(server, world, fixtures[name], role);
    const { status, body } = await request(server, person, call);
    const told = status < 300 ? 'fine' : (body as { readonly code?: string }).code;
    const answer = refusedTo[`${name} ${role}`] ?? 'fine';
    expect({ role, told, errors: server.errors }).toEqual({ role, told: answer, errors: [] });
  }
});

test.each(named(ofPerson.filter(namesOwn)))(
  '%s is not found where it names what is another person’s, and nothing changes',
  async (name, endpoint) => {
    const world = await makeWorld(server);
    expect(await leaksBetweenPeople({ server, world, endpoint, fixture: fixtures[name] })).toEqual([]);
  },
);

test('sessions and passkeys are what a path names of a person', () => {
  const parameters = ofPerson.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter));
  expect(new Set(parameters)).toEqual(new Set(['sessionId', 'passkeyId']));
});
