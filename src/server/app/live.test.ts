import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { withAnswer } from '#core/sheet/answers-in-run.ts';
import type { Run } from '#core/sheet/run.ts';
import { Stage } from '../identity/testing/stage.ts';
import { withClient } from '../platform/database/with-client.ts';
import { LiveReader } from './testing/live-reader.ts';
import { request } from './testing/request.ts';
import { begunRun, handedRun } from './testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { addTestFacility, makeWorld, type TestFacility, type TestPerson } from './testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const newHospital = () => addTestFacility(server, { name: 'みなと総合病院' });
const opened = new Set<LiveReader>();
async function open(person: TestPerson, { id }: TestFacility, headers = {}, at = server): Promise<LiveReader> {
  const reader = await LiveReader.open(at, person, id, headers);
  opened.add(reader);
  return reader;
}
afterEach(async () => {
  for (const reader of opened) reader.leave();
  opened.clear();
  await vi.waitFor(() => expect(server.live.count()).toBe(0));
});

const get = async (person: TestPerson, path: string) => (await request(server, person, { method: 'GET', path })).body;

async function answer(person: TestPerson, run: string, item: string, value: string | null, revision = 0) {
  const call = { method: 'PUT', path: `${run}/answers/${item}`, body: { value, note: '', revision } };
  expect(await request(server, person, call)).toMatchObject({ status: 200 });
}

async function stage() {
  const here = await newHospital();
  return { here, people: here.people, run: `/facilities/${here.id}/runs/${await begunRun(server, here)}` };
}

test('what one answers comes to the other within a second, and is what reading the run shows', async () => {
  const { here, people, run } = await stage();
  await answer(people.planner, run, 'S3', '1');
  const before = (await get(people.operator, run)) as Run;
  const reader = await open(people.operator, here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1));
  await answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toContainEqual(['S1', '2']), 1000);
  await answer(people.planner, run, 'S1', null, 1);
  await answer(people.planner, run, 'S2', 'unknown');
  await vi.waitFor(() => expect(reader.answers).toContainEqual(['S2', 'unknown']), 1000);
  await vi.waitFor(() => expect(reader.answers).toContainEqual(['S1', null]), 1000);
  const after = (await get(people.operator, run)) as Run;
  const told = reader.events.flatMap((event) => (event.kind === 'sheet.answered' ? [event.answer] : []));
  expect(told.reduce<Run>(withAnswer, before)).toEqual({ ...after, answers: expect.arrayContaining(after.answers) });
  expect(after.answered).toBe(2);
});

test('nothing on the way gathers or packs the stream, and every event has its place', async () => {
  const { here, people } = await stage();
  const reader = await open(people.auditor, here, { 'accept-encoding': 'gzip, br' });
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1));
  expect(Object.fromEntries(reader.response.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  expect(reader.response.headers.get('content-encoding')).toBeNull();
  expect(reader.cursor).toBe(reader.batches[0]?.cursor);
});

test('whoever was away hears what came meanwhile from Last-Event-ID on, and nothing twice', async () => {
  const { here, people, run } = await stage();
  const reader = await open(people.operator, here);
  await answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), 1000);
  reader.leave();
  await answer(people.planner, run, 'S2', '1');
  await answer(people.planner, run, 'S3', '3');
  const again = await open(people.operator, here, { 'last-event-id': reader.cursor });
  await vi.waitFor(() => expect(again.answers.toSorted()).toEqual([['S2', '1'], ['S3', '3']]), 1000); // biome-ignore format: pairs
  const once = await get(people.operator, `/facilities/${here.id}/live-changes?after=${reader.cursor}`);
  expect(once).toMatchObject({ reset: false, events: expect.toSatisfy((events: unknown[]) => events.length === 2) });
});

test('an answer committed after later ones is not lost', async () => {
  const { here, people, run } = await stage();
  const reader = await open(people.operator, here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1));
  await withClient(server.database.app, async (late) => {
    await late.query('begin');
    await late.query(`select enter_facility($1, $2)`, [here.id, people.planner.id]);
    const detail = JSON.stringify({ item: 'S2', revision: 1 });
    await late.query(
      `insert into activity (facility_id, id, person_id, act, subject, detail)
       values ($1, gen_random_uuid(), $2, 'sheet.answered', $3, $4)`,
      [here.id, people.planner.id, run.split('/').at(-1), detail],
    );
    await late.query(
      `insert into answer (facility_id, run_id, item_id, value, revision, answered_by) values ($1, $2, 'S2', '3', 1, $3)`,
      [here.id, run.split('/').at(-1), people.planner.id],
    );
    await answer(people.planner, run, 'S1', '1');
    await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '1']]), 1000);
    await late.query('commit');
  });
  server.live.announce([here.id]);
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '1'], ['S2', '3']]), 1000); // biome-ignore format: pairs
});

test('what is done through one process comes out of another on the same database', async () => {
  const { here, people, run } = await stage();
  const other = await startTestServer({ beside: server });
  const reader = await open(people.operator, here, {}, other);
  await answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), 2000);
  await other.stop();
  expect(await reader.ended).toBe('done');
  expect(other.errors).toEqual([]);
});

test('a line that breaks is opened again, and what was said meanwhile is read', async () => {
  const { here, people, run } = await stage();
  const reader = await open(people.operator, here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1));
  const lines = `from pg_stat_activity where datname = current_database() and application_name = 'mamori live'`;
  await withClient(server.database.app, async (client) => {
    const cut = await client.query(`select pg_terminate_backend(pid) ${lines}`);
    expect(cut.rowCount).toBe(1);
  });
  await answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), 4000);
});

test('signing out ends the stream of that browser at once, and taking a member out ends theirs', async () => {
  const { here, people } = await stage();
  const { operator, planner, auditor, 'facility-administrator': administrator } = people;
  const [out, removed, stays] = await Promise.all([open(operator, here), open(planner, here), open(auditor, here)]);
  await vi.waitFor(() => expect([out, removed, stays].map(({ batches }) => batches.length)).toEqual([1, 1, 1]));
  expect(await request(server, operator, { method: 'DELETE', path: '/session' })).toMatchObject({ status: 204 });
  const within = (reader: LiveReader) => Promise.race([reader.ended, new Promise((late) => setTimeout(late, 2000))]);
  expect(await within(out)).toBe('sign-in-required');
  const member = `/facilities/${here.id}/members/${planner.id}`;
  expect(await request(server, administrator, { method: 'DELETE', path: member })).toMatchObject({ status: 204 });
  expect(await within(removed)).toBe('not-found');
  expect(server.live.count()).toBe(1);
});

test('staff hear of the areas handed to them only, and others nothing of an executive’s own run', async () => {
  const world = await makeWorld(server);
  const { staff, planner, operator, executive } = world.here.people;
  const run = await handedRun(server, world);
  const own = `/facilities/${world.here.id}/runs/${await begunRun(server, world.here, 'executive', executive)}`;
  const ownId = own.split('/').at(-1);
  server.clock.now = new Date(server.clock.now.getTime() + 200_000);
  const readers = await Promise.all([staff, operator, executive].map((person) => open(person, world.here)));
  const [hers, his, theirs] = readers;
  await answer(executive, own, 'E1-1', '1');
  await answer(planner, run, 'S6', '1');
  await answer(planner, run, 'S1', '3');
  await vi.waitFor(() => expect(his?.answers.toSorted()).toEqual([['S1', '3'], ['S6', '1']]), 2000); // biome-ignore format: pairs
  await vi.waitFor(() => expect(hers?.answers).toEqual([['S1', '3']]), 2000);
  await vi.waitFor(() => expect(theirs?.events).toContainEqual({ kind: 'sheet.run-changed', runId: ownId }), 2000);
  expect([...(hers?.events ?? []), ...(his?.events ?? [])].filter(({ runId }) => runId === ownId)).toEqual([]);
});

test('what changes more than one answer has the run read again', async () => {
  const { here, people, run } = await stage();
  const reader = await open(people.operator, here);
  const body = { personId: people.staff.id };
  await request(server, people.planner, { method: 'PUT', path: `${run}/areas/S1/assignment`, body });
  const changed = { kind: 'sheet.run-changed', runId: run.split('/').at(-1) };
  await vi.waitFor(() => expect(reader.events).toEqual([changed]), 1000);
});

test('an auditor who hears an answer has read the run, and the log says so', async () => {
  const { here, people, run } = await stage();
  const reader = await open(people.auditor, here);
  await answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), 1000);
  const log = await get(people.auditor, `/facilities/${here.id}/activity?personId=${people.auditor.id}`);
  expect(log).toMatchObject({ entries: [{ act: 'sheet.read', subject: run.split('/').at(-1) }] });
});

test('a place nobody can be at is answered with: read everything again', async () => {
  const { here, people } = await stage();
  const ahead = '9000000000000000000:9000000000000000000:';
  for (const after of ['nowhere', "1:2:'", ahead]) {
    const path = `/facilities/${here.id}/live-changes?after=${encodeURIComponent(after)}`;
    expect(await get(people.operator, path)).toMatchObject({ reset: true, events: [] });
  }
});

test('a browser holds three streams, the fourth is refused in words; fifty that were left leave nothing behind', async () => {
  const { here, people } = await stage();
  const held = await Promise.all(Array.from({ length: 3 }, () => open(people.operator, here)));
  const fourth = await request(server, people.operator, { method: 'GET', path: `/facilities/${here.id}/live` });
  expect(fourth).toMatchObject({ status: 429, body: { code: 'live/too-many-streams' } });
  for (const reader of held) reader.leave();
  await vi.waitFor(() => expect(server.live.count()).toBe(0));
  const connections = async () => {
    const found = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(server.db);
    return found.rows[0]?.n;
  };
  for (let opened = 0; opened < 50; opened += 1) {
    const reader = await open(people.operator, here);
    if (opened % 2 === 0) await vi.waitFor(() => expect(reader.batches).toHaveLength(1));
    reader.leave();
    await vi.waitFor(() => expect(server.live.count()).toBe(0));
  }
  expect(await connections()).toBe(0);
  const lines = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'mamori live'`.execute(server.db);
  expect(lines.rows[0]?.n).toBe(1);
});

test('an open stream does not keep a session open that nobody uses', async () => {
  const stage = await Stage.open();
  const { browser } = await stage.enrolled('live@example.jp');
  const path = `/facilities/${stage.world.here.id}`;
  const reader = await open(browser, stage.world.here, {}, stage.server);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1));
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
