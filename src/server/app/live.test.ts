import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { withAnswer } from '#core/sheet/answers-in-run.ts';
import type { Run } from '#core/sheet/run.ts';
import { withClient } from '../platform/database/with-client.ts';
import { patient } from '../platform/testing/patient.ts';
import { LiveStage } from './testing/live-stage.ts';
import { request } from './testing/request.ts';
import { begunRun, handedRun } from './testing/sheet-fixtures.ts';
import { makeWorld } from './testing/world.ts';

/** Time in ms on a busy machine; without an announcement it would take twenty seconds. */

let live: LiveStage;
beforeAll(async () => {
  live = await LiveStage.open();
});
afterEach(() => live.leave());
afterAll(() => live.close());

test('what one answers comes to the other at once, and is what reading the run shows', async () => {
  const { here, people, run } = await live.hospital();
  await live.answer(people.planner, run, 'S3', '1');
  const before = (await live.get(people.operator, run)) as Run;
  const reader = await live.reader(people.operator, here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  await live.answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toContainEqual(['S1', '2']), patient);
  await live.answer(people.planner, run, 'S1', null, 1);
  await live.answer(people.planner, run, 'S2', 'unknown');
  await vi.waitFor(() => expect(reader.answers).toContainEqual(['S2', 'unknown']), patient);
  await vi.waitFor(() => expect(reader.answers).toContainEqual(['S1', null]), patient);
  const after = (await live.get(people.operator, run)) as Run;
  const told = reader.events.flatMap((event) => (event.kind === 'sheet.answered' ? [event.answer] : []));
  expect(told.reduce<Run>(withAnswer, before)).toEqual({ ...after, answers: expect.arrayContaining(after.answers) });
  expect(after.answered).toBe(2);
});

test('nothing on the way gathers or packs the stream, and every event has its place', async () => {
  const { here, people } = await live.hospital();
  const reader = await live.reader(people.auditor, here, { 'accept-encoding': 'gzip, br' });
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  expect(Object.fromEntries(reader.response.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  expect(reader.response.headers.get('content-encoding')).toBeNull();
  expect(reader.cursor).toBe(reader.batches[0]?.cursor);
});

test('whoever was away hears what came meanwhile from Last-Event-ID on, and nothing twice', async () => {
  const { here, people, run } = await live.hospital();
  const reader = await live.reader(people.operator, here);
  await live.answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), patient);
  reader.leave();
  await live.answer(people.planner, run, 'S2', '1');
  await live.answer(people.planner, run, 'S3', '3');
  const again = await live.reader(people.operator, here, { 'last-event-id': reader.cursor });
  await vi.waitFor(() => expect(again.answers.toSorted()).toEqual([['S2', '1'], ['S3', '3']]), patient); // biome-ignore format: pairs
  const once = await live.get(people.operator, `/facilities/${here.id}/live-changes?after=${reader.cursor}`);
  expect(once).toMatchObject({ reset: false, events: expect.toSatisfy((events: unknown[]) => events.length === 2) });
});

test('an answer committed after later ones is not lost', async () => {
  const { here, people, run } = await live.hospital();
  const reader = await live.reader(people.operator, here);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  await withClient(live.server.database.app, async (late) => {
    await late.query('begin');
    await late.query(`select enter_facility($1, $2, now())`, [here.id, people.planner.id]);
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
    await live.answer(people.planner, run, 'S1', '1');
    await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '1']]), patient);
    await late.query('commit');
  });
  live.server.live.announce([here.id]);
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '1'], ['S2', '3']]), patient); // biome-ignore format: pairs
});

test('staff hear of the areas handed to them only, and others nothing of an executive’s own run', async () => {
  const world = await makeWorld(live.server);
  const { staff, planner, operator, executive } = world.here.people;
  const run = await handedRun(live.server, world);
  const own = `/facilities/${world.here.id}/runs/${await begunRun(live.server, world.here, 'executive', executive)}`;
  const ownId = own.split('/').at(-1);
  live.server.clock.now = new Date(live.server.clock.now.getTime() + 200_000);
  const readers = await Promise.all([staff, operator, executive].map((person) => live.reader(person, world.here)));
  const [hers, his, theirs] = readers;
  await live.answer(executive, own, 'E1-1', '1');
  await live.answer(planner, run, 'S6', '1');
  await live.answer(planner, run, 'S1', '3');
  await vi.waitFor(() => expect(his?.answers.toSorted()).toEqual([['S1', '3'], ['S6', '1']]), patient); // biome-ignore format: pairs
  await vi.waitFor(() => expect(hers?.answers).toEqual([['S1', '3']]), patient);
  await vi.waitFor(() => expect(theirs?.events).toContainEqual({ kind: 'sheet.run-changed', runId: ownId }), patient);
  expect([...(hers?.events ?? []), ...(his?.events ?? [])].filter(({ runId }) => runId === ownId)).toEqual([]);
});

test('what changes more than one answer has the run read again', async () => {
  const { here, people, run } = await live.hospital();
  const reader = await live.reader(people.operator, here);
  const body = { personId: people.staff.id };
  await request(live.server, people.planner, { method: 'PUT', path: `${run}/areas/S1/assignment`, body });
  const changed = { kind: 'sheet.run-changed', runId: run.split('/').at(-1) };
  await vi.waitFor(() => expect(reader.events).toEqual([changed]), patient);
});

test('an auditor who hears an answer has read the run, and the log says so', async () => {
  const { here, people, run } = await live.hospital();
  const reader = await live.reader(people.auditor, here);
  await live.answer(people.planner, run, 'S1', '2');
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), patient);
  const log = await live.get(people.auditor, `/facilities/${here.id}/activity?personId=${people.auditor.id}`);
  expect(log).toMatchObject({ entries: [{ act: 'sheet.read', subject: run.split('/').at(-1) }] });
});

test('a place nobody can be at is answered with: read everything again', async () => {
  const { here, people } = await live.hospital();
  const ahead = '9000000000000000000:9000000000000000000:';
  for (const after of ['nowhere', "1:2:'", ahead]) {
    const path = `/facilities/${here.id}/live-changes?after=${encodeURIComponent(after)}`;
    expect(await live.get(people.operator, path)).toMatchObject({ reset: true, events: [] });
  }
});
