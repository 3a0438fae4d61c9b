import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProgram } from '../identity/testing/add-access-token.ts';
import { type Call, request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const runs = (): Call => ({ method: 'GET', path: `/facilities/${world.here.id}/runs` });
const asked = (person: TestPerson) => request(server, person, runs());

const begunFrom = (person: TestPerson, origin: string) =>
  fetch(`${server.url}/api/v1/facilities/${world.here.id}/runs`, {
    method: 'POST',
    headers: {
      origin,
      cookie: person.cookie,
      authorization: person.authorization ?? '',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ sheetId: 'network-level' }),
  });

describe.each([
  'Basic dXNlcjpzZWNyZXQ=',
  `Basic mamori_${'x'.repeat(43)}`,
  'Negotiate YIIGhgYJ',
  'Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk',
  `Bearer mamori_${'x'.repeat(42)}`,
  `Bearer mamori_${'x'.repeat(44)}`,
  'Bearer',
])('the header of a proxy in front: %s', (authorization) => {
  it('leaves a session what it is, and opens nothing without one', async () => {
    const { planner } = world.here.people;
    expect((await asked({ ...planner, authorization })).status).toBe(200);
    expect(await asked({ ...planner, authorization, cookie: '' })).toMatchObject({
      status: 401,
      body: { code: 'sign-in-required' },
    });
  });

  it('opens no act to a page of another site', async () => {
    const person = { ...world.here.people.planner, authorization };
    const reply = await begunFrom(person, 'https://other.example');
    expect({ status: reply.status, body: await reply.json() }).toMatchObject({
      status: 403,
      body: { code: 'foreign-origin' },
    });
    expect((await begunFrom(person, server.url)).status).toBe(200);
  });
});

it('a session can be ended behind such a proxy', async () => {
  const { people } = (await makeWorld(server)).here;
  const person = { ...people.planner, authorization: 'Basic dXNlcjpzZWNyZXQ=' };
  expect((await request(server, person, { method: 'DELETE', path: '/session' })).status).toBeLessThan(300);
  expect((await request(server, person, { method: 'GET', path: '/session' })).status).toBe(401);
});

it('a token in our form never falls back to the session beside it', async () => {
  const { planner, staff } = world.here.people;
  const now = server.clock.now;
  const revoked = await addProgram(server, world.here, planner, { scopes: ['sheet.read'], revokedAt: now });
  const expired = await addProgram(server, world.here, planner, { scopes: ['sheet.read'], expiresAt: now });
  const unknown = { ...staff, authorization: `Bearer mamori_${'x'.repeat(43)}` };
  const lowerCase = { ...staff, authorization: `bearer  mamori_${'x'.repeat(43)} ` };
  for (const program of [revoked, expired, unknown, lowerCase]) {
    expect(program.cookie).not.toBe('');
    expect(await asked(program)).toMatchObject({ status: 401, body: { code: 'access-token-not-usable' } });
  }
});
