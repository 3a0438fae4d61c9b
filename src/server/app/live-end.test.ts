import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { endSessions } from '../identity/index.ts';
import { Stage } from '../identity/testing/stage.ts';
import { withClient } from '../platform/database/with-client.ts';
import { patient } from '../platform/testing/patient.ts';
import { holderOf } from './testing/holder.ts';
import type { LiveReader } from './testing/live-reader.ts';
import { LiveStage } from './testing/live-stage.ts';
import { request } from './testing/request.ts';
import { offered } from './testing/support-fixtures.ts';
import { startTestServer } from './testing/test-server.ts';
import { tokenOf } from './testing/token-of.ts';
import { addMember, makeWorld } from './testing/world.ts';

/** Time in ms on a busy machine; without an announcement it would take twenty seconds. */

let live: LiveStage;
beforeAll(async () => {
  live = await LiveStage.open();
});
afterEach(() => live.leave());
afterAll(() => live.close());

test('what is done through one process comes out of another on the same database', async () => {
  const { here, people, run } = await live.hospital();
  const other = await startTestServer({}, live.server);
  const reader = await live.reader(people.operator, here, {}, other);
  await live.answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), patient);
  await other.stop();
  expect(await reader.ended).toBe('done');
  expect(other.errors).toEqual([]);
});

test('a line that breaks is opened again, and what was said meanwhile is read', async () => {
  const { here, people, run } = await live.hospital();
  const reader = await live.reader(people.operator, here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  // What the beginning of the run announced is over by then.
  await new Promise((over) => setTimeout(over, 1_000));
  const lines = `from pg_stat_activity where datname = current_database() and application_name = 'mamori live'`;
  await withClient(live.server.database.app, async (client) => {
    const line = async () => (await client.query(`select pid ${lines}`)).rows;
    const before = await line();
    expect(before).toHaveLength(1);
    await client.query(`select pg_terminate_backend(pid) ${lines}`);
    await vi.waitFor(async () => expect(await line()).not.toEqual(before), patient);
  });
  await live.answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), patient);
});

test('signing out ends the stream of that browser at once, and taking a member out ends theirs', async () => {
  const { here, people } = await live.hospital();
  const { operator, planner, auditor, 'facility-administrator': administrator } = people;
  const [out, removed, stays] = await Promise.all([
    live.reader(operator, here),
    live.reader(planner, here),
    live.reader(auditor, here),
  ]);
  await vi.waitFor(
    () => expect([out, removed, stays].map(({ batches }) => batches.length)).toEqual([1, 1, 1]),
    patient,
  );
  expect(await request(live.server, operator, { method: 'DELETE', path: '/session' })).toMatchObject({ status: 200 });
  const within = (reader: LiveReader) =>
    Promise.race([reader.ended, new Promise((late) => setTimeout(late, patient.timeout))]);
  expect(await within(out)).toBe('sign-in-required');
  const member = `/facilities/${here.id}/members/${planner.id}`;
  expect(await request(live.server, administrator, { method: 'DELETE', path: member })).toMatchObject({ status: 204 });
  expect(await within(removed)).toBe('not-found');
  expect(live.server.live.count()).toBe(1);
});

type Hospital = Awaited<ReturnType<LiveStage['hospital']>>;

async function resetByLink({ here, people }: Hospital): Promise<void> {
  const path = `/facilities/${here.id}/members/${people.operator.id}/reset-link`;
  const issued = await request(live.server, people['facility-administrator'], { method: 'POST', path });
  const body = { token: tokenOf((issued.body as { path: string }).path), password: '庭の梅が七つ咲いた朝の小道' };
  const reset = await request(live.server, undefined, { method: 'POST', path: '/reset-link/password', body });
  expect(reset.status).toBe(204);
}
const byCommand = async ({ people }: Hospital) => {
  const email = `${people.operator.id}@example.jp`;
  expect(await endSessions(live.server.db, { email, now: live.server.clock.now })).toBe(1);
};

test.each([
  ['a new password chosen by a reset link', resetByLink],
  ['the command that ends sessions', byCommand],
] as const)('%s ends the streams of its person at once', async (_, end) => {
  const hospital = await live.hospital();
  const reader = await live.reader(hospital.people.operator, hospital.here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  // What the beginning of the run announced is over by then.
  await new Promise((over) => setTimeout(over, 1_000));
  await end(hospital);
  expect(await Promise.race([reader.ended, new Promise((late) => setTimeout(late, patient.timeout))])).toBe(
    'sign-in-required',
  );
});

test.each([
  ['the facility ends the agreement', (facility: string) => `/facilities/${facility}`, 'safety-manager'],
  ['the organisation leaves', (_: string, organisation: string) => `/organisations/${organisation}`, 'supporter'],
] as const)('a supporter hears until %s, and nothing after', async (_, door, role) => {
  const world = await makeWorld(live.server);
  const { here, network } = world;
  const agreement = await offered(live.server, world);
  const reader = await live.reader(network.people.supporter, here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  const path = `${door(here.id, network.id)}/support-agreements/${agreement.id}/end`;
  const by = holderOf(role, world);
  expect(await request(live.server, by, { method: 'POST', path })).toMatchObject({ status: 200 });
  expect(await Promise.race([reader.ended, new Promise((late) => setTimeout(late, patient.timeout))])).toBe(
    'not-found',
  );
});

test('a browser holds three streams, the fourth is refused in words; fifty that were left leave nothing behind', async () => {
  const { here, people } = await live.hospital();
  const held = await Promise.all(Array.from({ length: 3 }, () => live.reader(people.operator, here)));
  const fourth = await request(live.server, people.operator, { method: 'GET', path: `/facilities/${here.id}/live` });
  expect(fourth).toMatchObject({ status: 429, body: { code: 'live/too-many-streams' } });
  for (const reader of held) reader.leave();
  await vi.waitFor(() => expect(live.server.live.count()).toBe(0), patient);
  const connections = async () => {
    const found = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(live.server.db);
    return found.rows[0]?.n;
  };
  for (let opened = 0; opened < 50; opened += 1) {
    const reader = await live.reader(people.operator, here);
    if (opened % 2 === 0) await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
    reader.leave();
    await vi.waitFor(() => expect(live.server.live.count()).toBe(0), patient);
  }
  expect(await connections()).toBe(0);
  const lines = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'mamori live'`.execute(live.server.db);
  expect(lines.rows[0]?.n).toBe(1);
});

test('an open stream does not keep a session open that nobody uses', async () => {
  const stage = await Stage.open();
  const { browser } = await stage.enrolled('live@example.jp');
  const path = `/facilities/${stage.world.here.id}`;
  const reader = await live.reader(browser, stage.world.here, {}, stage.server);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  for (const minutes of [30, 29]) {
    stage.later(minutes * 60);
    await request(stage.server, browser, { method: 'GET', path: `${path}/live-changes` });
    stage.server.live.announce([stage.world.here.id]);
  }
  stage.later(120);
  stage.server.live.announce([stage.world.here.id]);
  expect(await reader.ended).toBe('sign-in-required');
  expect(await request(stage.server, browser, { method: 'GET', path: '/session' })).toMatchObject({ status: 401 });
  await stage.server.stop();
});

test('a proof ends the streams of the former secret at once; opened again under the new one they go on where they were', async () => {
  const { here, people, run } = await live.hospital();
  const stage = new Stage(live.server, await makeWorld(live.server));
  const { browser, secret, personId } = await stage.enrolled('proving@example.jp');
  await addMember(live.server, here.id, personId, ['operator']);
  const former = await live.reader(browser, here);
  await vi.waitFor(() => expect(former.batches).toHaveLength(1), patient);
  stage.later(60);
  const proved = await stage.steppedUp(browser, { code: stage.code(secret) });
  expect(await Promise.race([former.ended, new Promise((late) => setTimeout(late, patient.timeout))])).toBe(
    'sign-in-required',
  );
  await live.answer(people.planner, run, 'S1', '2');
  const reader = await live.reader(proved, here, { 'Last-Event-ID': former.cursor });
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), patient);
});

test('who asks for the head of a stream only holds none', async () => {
  const { here, people } = await live.hospital();
  const path = `${live.server.url}/api/v1/facilities/${here.id}/live`;
  await fetch(path, { method: 'HEAD', headers: { cookie: people.operator.cookie } });
  await vi.waitFor(() => expect(live.server.live.count()).toBe(0), patient);
});
