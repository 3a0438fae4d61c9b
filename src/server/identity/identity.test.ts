import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '../app/testing/identity-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { issueSetupLink, needsSetUp } from './index.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const password = 'とても長いパスワードにする';
const tokenOf = (path: string) => path.split('#')[1] ?? '';
const later = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000);
};
const signedInBy = (headers: Headers): TestPerson => ({
  id: '',
  name: '',
  cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
});
const post = (person: TestPerson | undefined, path: string, body: unknown, method = 'POST') =>
  request(server, person, { method, path, body });

async function invited(roles: readonly string[]): Promise<string> {
  const path = `/facilities/${world.here.id}/invitations`;
  const reply = await post(world.here.people['facility-administrator'], path, { name: '招かれた人', roles });
  return tokenOf((reply.body as { path: string }).path);
}

/** Registers a person with a confirmed authenticator. */
async function enrolled(email: string, roles: readonly string[] = ['planner']) {
  const joined = await post(undefined, '/invitation/acceptance', {
    token: await invited(roles),
    name: '山田 花子',
    email,
    password,
  });
  const person = signedInBy(joined.headers);
  const { secret } = (await post(person, '/second-factor', undefined)).body as { secret: string };
  const confirmed = await post(person, '/second-factor', { code: codeAt(secret, server.clock.now) }, 'PUT');
  expect(confirmed).toMatchObject({ status: 200, body: { pending: 'none' } });
  return { person, secret, email };
}

test('the set-up link makes one administrator, once', async () => {
  const first = await issueSetupLink(server.db, server.clock.now);
  const link = await issueSetupLink(server.db, server.clock.now);
  const body = { name: '管理 太郎', email: 'Admin@Example.jp', password };
  expect(await post(undefined, '/setup', { ...body, token: tokenOf(first) })).toMatchObject({ status: 410 });
  const made = await post(undefined, '/setup', { ...body, token: tokenOf(link) });
  expect(made).toMatchObject({
    status: 200,
    body: { pending: 'enrol-second-factor', systemRoles: ['system-administrator'] },
  });
  expect(await post(undefined, '/setup', { ...body, email: 'b@example.jp', token: tokenOf(link) })).toMatchObject({
    status: 410,
  });
  expect(await needsSetUp(server.db)).toBe(false);
  const blocked = await request(server, signedInBy(made.headers), { method: 'GET', path: '/register/facilities' });
  expect(blocked).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
});

test('a set-up link ends after 24 hours', async () => {
  const link = await issueSetupLink(server.db, server.clock.now);
  later(24 * 3600 + 1);
  const reply = await post(undefined, '/setup', {
    name: '遅い人',
    email: 'late@example.jp',
    password,
    token: tokenOf(link),
  });
  expect(reply).toMatchObject({ status: 410, body: { code: 'identity/link-not-usable' } });
});

test('an invited planner enrols a second factor and signs in with each code once', async () => {
  const { secret, email } = await enrolled('once@example.jp');
  later(60);
  const code = codeAt(secret, server.clock.now);
  expect(await post(undefined, '/session', { email, password })).toMatchObject({
    status: 401,
    body: { code: 'identity/code-required' },
  });
  expect(await post(undefined, '/session', { email, password, code })).toMatchObject({
    status: 200,
    body: { pending: 'none' },
  });
  expect(await post(undefined, '/session', { email, password, code })).toMatchObject({
    status: 400,
    body: { code: 'identity/code-wrong' },
  });
});

test('two sign-ins with the same code at the same moment open one session', async () => {
  const { secret, email } = await enrolled('race@example.jp');
  later(60);
  const body = { email, password, code: codeAt(secret, server.clock.now) };
  const replies = await Promise.all(Array.from({ length: 6 }, () => post(undefined, '/session', body)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('staff signs in with a long password alone, and a short one is refused', async () => {
  const token = await invited(['staff']);
  const short = await post(undefined, '/invitation/acceptance', {
    token,
    name: '職員',
    email: 'staff@example.jp',
    password: 'みじかいです9字',
  });
  expect(short).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'password', code: 'too-short' }] } } });
  const joined = await post(undefined, '/invitation/acceptance', {
    token,
    name: '職員',
    email: 'staff@example.jp',
    password,
  });
  expect(joined).toMatchObject({
    status: 200,
    body: { pending: 'none', facilities: [{ name: world.here.name, roles: ['staff'] }] },
  });
  expect(
    await request(server, signedInBy(joined.headers), { method: 'GET', path: `/facilities/${world.here.id}/runs` }),
  ).toMatchObject({ status: 200 });
});

test('wrong passwords lock the account for one address with a growing delay, and time opens it again', async () => {
  const { secret, email } = await enrolled('locked@example.jp');
  const wrong = { email, password: 'ちがうパスワード' };
  for (let failure = 0; failure < 5; failure += 1) {
    expect(await post(undefined, '/session', wrong)).toMatchObject({
      status: 401,
      body: { code: 'identity/sign-in-refused' },
    });
  }
  const locked = await post(undefined, '/session', { email, password });
  expect(locked).toMatchObject({ status: 429, body: { code: 'identity/locked', data: { retryAfterSeconds: 30 } } });
  later(31);
  const open = await post(undefined, '/session', { email, password, code: codeAt(secret, server.clock.now) });
  expect(open).toMatchObject({ status: 200 });
});

test('an unknown e-mail address is refused in the same words as a wrong password', async () => {
  const unknown = await post(undefined, '/session', { email: 'nobody@example.jp', password });
  expect(unknown).toMatchObject({ status: 401, body: { code: 'identity/sign-in-refused' } });
});

test('signing out ends the session', async () => {
  const { person } = await enrolled('out@example.jp');
  expect(await request(server, person, { method: 'DELETE', path: '/session' })).toMatchObject({ status: 204 });
  expect(await request(server, person, { method: 'GET', path: '/session' })).toMatchObject({ status: 401 });
});

test('an invitation can be used once, withdrawn, and adds a second facility to a known person', async () => {
  const token = await invited(['auditor']);
  const { person } = await enrolled('two@example.jp');
  expect(await post(person, '/invitation/joining', { token })).toMatchObject({ status: 200 });
  expect(await post(person, '/invitation/joining', { token })).toMatchObject({ status: 410 });
  const path = `/facilities/${world.elsewhere.id}/invitations`;
  const administrator = world.elsewhere.people['facility-administrator'];
  const second = tokenOf(
    ((await post(administrator, path, { name: '兼務', roles: ['operator'] })).body as { path: string }).path,
  );
  const joined = await post(person, '/invitation/joining', { token: second });
  expect(joined).toMatchObject({ body: { facilities: [{ roles: ['auditor', 'planner'] }, { roles: ['operator'] }] } });
  const third = tokenOf(
    ((await post(administrator, path, { name: '取消', roles: ['operator'] })).body as { path: string }).path,
  );
  const listed = (await request(server, administrator, { method: 'GET', path })).body as {
    id: string;
    state: string;
  }[];
  const waiting = listed.find(({ state }) => state === 'waiting');
  await request(server, administrator, { method: 'DELETE', path: `${path}/${waiting?.id}` });
  expect(await post(undefined, '/invitation', { token: third })).toMatchObject({ status: 410 });
});

test('an e-mail address already known is not registered again', async () => {
  await enrolled('known@example.jp');
  const again = await post(undefined, '/invitation/acceptance', {
    token: await invited(['planner']),
    name: '別人',
    email: 'KNOWN@example.jp',
    password,
  });
  expect(again).toMatchObject({ status: 409, body: { code: 'identity/email-taken' } });
});

test('the last facility administrator cannot lose the role', async () => {
  const administrator = world.elsewhere.people['facility-administrator'];
  const path = `/facilities/${world.elsewhere.id}/members/${administrator.id}`;
  const reply = await request(server, administrator, { method: 'PUT', path, body: { roles: ['staff'] } });
  expect(reply).toMatchObject({ status: 409, body: { code: 'identity/last-administrator' } });
});

test('an act from a page of another site is refused', async () => {
  const response = await fetch(`${server.url}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie: world.here.people.staff.cookie, origin: 'https://evil.example' },
  });
  expect({ status: response.status, body: await response.json() }).toMatchObject({
    status: 403,
    body: { code: 'foreign-origin' },
  });
});
