import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLog } from '../platform/log.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

const lines: string[] = [];
let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer({ log: openLog('info', { write: (line) => void lines.push(line) }) });
  world = await makeWorld(server);
});
beforeEach(() => void lines.splice(0));
afterAll(() => server.stop());

const noted = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
const warn = 40;
const info = 30;

test('who asks for more than the roles carry is noted with who, where, what and when', async () => {
  const { id, people } = world.here;
  await request(server, people.staff, { method: 'GET', path: `/facilities/${id}/activity?kind=people` });
  expect(noted()).toEqual([
    expect.objectContaining({
      level: warn,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      code: 'not-allowed',
      status: 403,
      method: 'GET',
      path: '/facilities/{facilityId}/activity',
      facility: id,
      person: people.staff.id,
      address: '127.0.0.1',
    }),
  ]);
});

test('who knocks at another facility is noted, though the answer is that nothing is there', async () => {
  const { auditor } = world.elsewhere.people;
  await request(server, auditor, { method: 'GET', path: `/facilities/${world.here.id}/members` });
  expect(noted()).toEqual([
    expect.objectContaining({ level: warn, status: 404, facility: world.here.id, person: auditor.id }),
  ]);
});

test('what our own pages never send is noted as an attempt, and none of it stands in the log', async () => {
  const { id, people } = world.here;
  const path = `/facilities/${id}/invitations`;
  const body = { name: '秘密の名前', roles: ['staff'], systemRoles: ['system-administrator'] };
  await request(server, people['facility-administrator'], { method: 'POST', path, body });
  expect(noted()).toEqual([expect.objectContaining({ level: warn, code: 'input-not-valid' })]);
  expect(lines.join('')).not.toMatch(/秘密|systemRoles/);
  expect(lines.join('')).not.toContain(people['facility-administrator'].cookie.split('=')[1]);
});

test('a password that is wrong is noted, without it and without whose it was meant to be', async () => {
  const body = { email: 'hanako@example.jp', password: 'ちがうことばを選ぶ人' };
  await request(server, undefined, { method: 'POST', path: '/session', body });
  expect(noted()).toEqual([
    expect.objectContaining({ level: warn, code: 'identity/sign-in-refused', path: '/session' }),
  ]);
  expect(lines.join('')).not.toMatch(/hanako|ちがう/);
});

test('an act from a page of another site is noted', async () => {
  await fetch(`${server.url}/api/v1/session`, { method: 'DELETE', headers: { origin: 'https://evil.example' } });
  expect(noted()).toEqual([expect.objectContaining({ level: warn, code: 'foreign-origin' })]);
});

test('slips of everyday use are noted below the usual level, and what succeeds leaves no line', async () => {
  await fetch(`${server.url}/api/v1/session`);
  expect(noted()).toEqual([expect.objectContaining({ level: info, code: 'sign-in-required', status: 401 })]);
  await request(server, world.here.people.staff, { method: 'GET', path: '/session' });
  expect(lines).toHaveLength(1);
});
