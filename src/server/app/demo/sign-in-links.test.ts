import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '#core/identity/contract.ts';
import { facilityRoles } from '#core/identity/role.ts';
import { findActor, hashToken } from '../../identity/index.ts';
import { asPerson, asSystem } from '../../platform/database/transaction.ts';
import { request } from '../testing/request.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { addSignedIn } from '../testing/world.ts';
import { addPeople } from './add-people.ts';
import { linkTable } from './link-table.ts';
import { openDemoFacility } from './open-facility.ts';
import { addOrganisations } from './organisations.ts';
import { region } from './region.ts';
import { issueSignInLinks, type SignInLink, sessionOfLink } from './sign-in-links.ts';
import { spanUpTo } from './span.ts';

let server: TestServer;
let links: readonly SignInLink[];

beforeAll(async () => {
  server = await startTestServer({ demo: true });
  const ids = await addPeople(server.db);
  const span = spanUpTo(server.clock.now);
  for (const facility of region) await openDemoFacility(server.db, facility, { ids, span });
  await addOrganisations({ db: server.db, now: server.clock.now });
  links = await issueSignInLinks(server.db, server.clock.now);
});
afterAll(() => server.stop());

const open = (path: string, at = server.url) => fetch(at + path, { redirect: 'manual' });
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

async function sessionOf(cookie: string) {
  const reply = await request(server, { id: '', name: '', cookie }, { method: 'GET', path: '/session' });
  return { status: reply.status, session: reply.body as Session };
}

describe('the printed links', () => {
  test('sign in as the named person, past the second factor, at the home of that person', async () => {
    for (const { path, name, facility } of links) {
      const response = await open(path);
      expect(response.status).toBe(303);
      const { session } = await sessionOf(cookieOf(response));
      expect(session).toMatchObject({ person: { name }, pending: 'none' });
      const [above] = session.organisations;
      const [own] = session.facilities;
      const home = above ? `/organisations/${above.id}` : own ? `/facilities/${own.id}` : '/admin';
      expect(response.headers.get('location')).toBe(home);
      expect(above?.name ?? own?.name ?? '（施設なし）').toBe(facility);
    }
  });

  test('lead to every role there is', async () => {
    const sessions = await Promise.all(
      links.map(async ({ path }) => (await sessionOf(cookieOf(await open(path)))).session),
    );
    const roles = sessions.flatMap(({ systemRoles, organisations, facilities }) => [
      ...systemRoles,
      ...organisations.flatMap((organisation) => organisation.roles),
      ...facilities.flatMap((facility) => facility.roles),
    ]);
    const all = [...facilityRoles, 'system-administrator', 'supporter', 'programme-officer'];
    expect(roles).toEqual(expect.arrayContaining(all));
  });

  test('stay usable after signing out', async () => {
    const path = links[1]?.path ?? '';
    const cookie = cookieOf(await open(path));
    await request(server, { id: '', name: '', cookie }, { method: 'DELETE', path: '/session' });
    expect((await sessionOf(cookie)).status).toBe(401);
    expect((await open(path)).status).toBe(303);
  });

  test('open for a month, however long nobody comes', async () => {
    const issued = server.clock.now;
    const dayMs = 24 * 60 * 60 * 1000;
    const openedAfter = async (days: number) => {
      server.clock.now = new Date(issued.getTime() + days * dayMs);
      const response = await open(links[2]?.path ?? '');
      return { door: response.status, session: (await sessionOf(cookieOf(response))).status };
    };
    expect(await openedAfter(29)).toEqual({ door: 303, session: 200 });
    expect(await openedAfter(31)).toEqual({ door: 404, session: 401 });
    server.clock.now = issued;
  });

  test('stand in no list of browsers as one that was used last in a month', async () => {
    const cookie = cookieOf(await open(links[2]?.path ?? ''));
    const { body } = await request(server, { id: '', name: '', cookie }, { method: 'GET', path: '/account/sessions' });
    const listed = body as { readonly browser: string; readonly seenAt: string }[];
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter(({ seenAt }) => new Date(seenAt) > server.clock.now)).toEqual([]);
    expect(listed.map(({ browser }) => browser)).not.toContain('お試しのリンク');
  });

  test('are stored as hashes only and differ at every start', async () => {
    const again = await issueSignInLinks(server.db, server.clock.now);
    const secrets = new Set([...links, ...again].map(({ path }) => path));
    expect(secrets.size).toBe(2 * links.length);
    const secret = links[0]?.path.split('/').at(-1) ?? '';
    expect(await findActor(server.db, { token: sessionOfLink(secret), now: server.clock.now })).toBeDefined();
    expect(await findActor(server.db, { token: secret, now: server.clock.now })).toBeUndefined();
  });

  test('stand in a table with role, name, facility and the whole address', () => {
    const lines = linkTable(links, 'http://localhost:8080').split('\n');
    expect(lines).toHaveLength(2 + 2 * links.length);
    expect(lines[2]).toMatch(/^システム管理者 .*（施設なし）$/);
    expect(lines[3]).toBe(`    http://localhost:8080${links[0]?.path}`);
    expect(lines.find((line) => line.startsWith('運用担当者'))).toContain('みなと総合病院');
  });
});

describe('the door of the fictional region', () => {
  test('refuses an unknown secret in words', async () => {
    const response = await open('/demo/nobody-knows-this');
    expect(response.status).toBe(404);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toContain('npm start -- --demo');
  });

  test('takes no cookie for a link', async () => {
    const person = await addSignedIn(server, '通りすがり');
    expect((await open(`/demo/${person.cookie.split('=')[1]}`)).status).toBe(404);
  });

  test('is not there outside the fictional region', async () => {
    const plain = await startTestServer();
    try {
      const person = await addSignedIn(plain, '職員');
      const hash = hashToken(sessionOfLink('a-link'));
      const never = new Date('2100-01-01');
      const times = { created_at: plain.clock.now, seen_at: never, expires_at: never };
      await asPerson(plain.db, { personId: person.id }, (tx) =>
        tx
          .insertInto('session')
          .values({ token_hash: hash, person_id: person.id, second_factor: true, ...times })
          .execute(),
      );
      expect(await findActor(plain.db, { token: sessionOfLink('a-link'), now: plain.clock.now })).toBeDefined();
      const response = await open('/demo/a-link', plain.url);
      expect(response.status).toBe(404);
      expect(response.headers.get('set-cookie')).toBeNull();
    } finally {
      await plain.stop();
    }
  });
});

test('nobody of the region can sign in with a password', async () => {
  const [person] = await asSystem(server.db, (tx) =>
    tx
      .selectFrom('person')
      .innerJoin('person_secret', 'person_secret.person_id', 'person.id')
      .select(['email', 'password_hash'])
      .where('name', '=', links[1]?.name ?? '')
      .execute(),
  );
  expect(person?.password_hash).toMatch(/^\$argon2id\$/);
  const body = { email: person?.email, password: 'みなと総合病院みなと総合病院' };
  const reply = await request(server, undefined, { method: 'POST', path: '/session', body });
  expect(reply).toMatchObject({ status: 401, body: { code: 'identity/sign-in-refused' } });
});
