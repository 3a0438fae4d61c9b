import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DerivedAnswer } from '#core/plan/derived-step.ts';
import type { Task } from '#core/plan/task.ts';
import { submittedRun } from '../app/testing/assessment-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';
import { png } from '../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
let planner: TestPerson;
let run: string;
let task: Task;
const call = (method: string, path: string, body?: object, by = planner) =>
  request(server, by, { method, path, ...(body && { body }) });

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  planner = world.here.people.planner;
  run = await submittedRun(server, world.here, 'planner');
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  const measures = [{ id: 'MS1', quarter: 4 }];
  await call('POST', `${run}/plan/acceptance`, { fiscalYear: 2026, measures });
  await call('POST', `${run}/reopening`, { reason: '終わったことを反映する' }, world.here.people['safety-manager']);
  await answer({ value: '1', note: '口頭で決めている' });
  const { tasks } = (await call('GET', `/facilities/${world.here.id}/tasks?fiscalYear=2026`)).body as { tasks: Task[] };
  task = tasks[0] as Task;
});
afterAll(() => server.stop());

const standing = async () => {
  const { answers } = (await call('GET', run)).body as {
    answers: { itemId: string; value: string; note: string; revision: number }[];
  };
  return answers.find(({ itemId }) => itemId === 'S1');
};
const answer = async (change: object) =>
  call('PUT', `${run}/answers/S1`, { ...change, revision: (await standing())?.revision ?? 0 });
const derived = async () => (await call('GET', `${run}/derived-answers`)).body as DerivedAnswer[];
const take = async (more: object = {}, by = planner) => {
  const now = await standing();
  const body = { itemId: 'S1', note: now?.note ?? '', revision: now?.revision ?? 0, ...more };
  return call('POST', `${run}/derived-answers`, body, by);
};
const lines = async () =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    return (await client.query("select detail from activity where act = 'sheet.answers-taken'")).rows;
  });

test('a finished task speaks for an answer once a file proves it, and a person confirms it as such', async () => {
  expect(await derived()).toEqual([]);
  const { id, owner: _, fiscalYear: __, measureId: ___, addedOn: _added, ...edit } = task;
  const at = `/facilities/${world.here.id}/tasks/${id}`;
  await call('PUT', at, { ...edit, ownerId: null, status: 'done' });
  const proof = { id, title: task.title, proved: false };
  expect(await derived()).toEqual([{ itemId: 'S1', tasks: [proof], to: null, needsProof: true }]);
  expect((await take()).body).toMatchObject({ written: 0, conflicts: [] });
  expect(await standing()).toMatchObject({ value: '1' });

  const file = { content: png, type: 'image/png' };
  await request(server, planner, { method: 'POST', path: `${at}/evidence?name=a.png`, bytes: file });
  const spoken = { itemId: 'S1', tasks: [{ ...proof, proved: true }], to: '2', needsProof: false };
  expect(await derived()).toEqual([spoken]);
  expect((await take()).body).toMatchObject({ written: 1, conflicts: [] });
  expect(await standing()).toMatchObject({ value: '2', note: '口頭で決めている' });
  const history = (await call('GET', `${run}/answers/S1/history`)).body as { value: string; origin: string }[];
  expect(history[0]).toMatchObject({ value: '2', origin: 'derived' });
  expect(await lines()).toContainEqual({ detail: { origin: 'derived', answers: 1 } });
  expect(await derived()).toMatchObject([{ to: null, needsProof: false }]);
});

test('what sets an answer of the network sheet speaks for はい once it is proved, and a person confirms it', async () => {
  const { here } = world;
  const runId = await begunRun(server, here, 'network-level');
  const network = `/facilities/${here.id}/runs/${runId}`;
  await answerAll(server, { facility: here, runId, sheetId: 'network-level', person: planner }, () => 'no');
  await call('POST', `${network}/submission`);
  const measures = [{ id: 'M07-1', quarter: 4 }];
  expect(await call('POST', `${network}/plan/acceptance`, { fiscalYear: 2026, measures })).toMatchObject({
    status: 200,
  });
  await call('POST', `${network}/reopening`, { reason: '終わったことを反映する' }, here.people['safety-manager']);
  const { tasks } = (await call('GET', `/facilities/${here.id}/tasks?fiscalYear=2026`)).body as { tasks: Task[] };
  const {
    id,
    owner: _,
    fiscalYear: __,
    measureId: ___,
    addedOn: _added,
    ...edit
  } = tasks.find((one) => one.measureId === 'M07-1') as Task;
  const at = `/facilities/${here.id}/tasks/${id}`;
  await call('PUT', at, { ...edit, ownerId: null, status: 'done' });
  const spoken = async () => (await call('GET', `${network}/derived-answers`)).body as DerivedAnswer[];
  expect(await spoken()).toMatchObject([{ itemId: 'N1', tasks: [{ id, proved: false }], to: null, needsProof: true }]);

  const file = { content: png, type: 'image/png' };
  await request(server, planner, { method: 'POST', path: `${at}/evidence?name=a.png`, bytes: file });
  expect(await spoken()).toMatchObject([{ itemId: 'N1', tasks: [{ id, proved: true }], to: 'yes', needsProof: false }]);
  const body = { itemId: 'N1', note: '', revision: 1 };
  expect((await call('POST', `${network}/derived-answers`, body)).body).toMatchObject({ written: 1, conflicts: [] });
  const history = (await call('GET', `${network}/answers/N1/history`)).body as { value: string; origin: string }[];
  expect(history[0]).toMatchObject({ value: 'yes', origin: 'derived' });
  expect(await spoken()).toMatchObject([{ to: null, needsProof: false }]);
});

test('of two who answer at once the second chooses', async () => {
  const before = (await standing())?.revision ?? 0;
  await answer({ value: '1', note: '' });
  expect((await take({ revision: before })).body).toMatchObject({
    written: 0,
    conflicts: [{ current: { value: '1' }, yours: { value: '2' } }],
  });
});

test('nothing is derived in another facility, for a run that is none of its own, or once it is submitted', async () => {
  const theirs = run.replace(world.here.id, world.elsewhere.id);
  const neighbour = world.elsewhere.people.planner;
  expect(await call('GET', `${theirs}/derived-answers`, undefined, neighbour)).toMatchObject({ status: 404 });
  expect(
    await call('POST', `${theirs}/derived-answers`, { itemId: 'S1', note: '', revision: 0 }, neighbour),
  ).toMatchObject({ status: 404 });
  expect(await call('POST', `${run}/submission`)).toMatchObject({ status: 200 });
  expect(await derived()).toEqual([]);
  expect(await take()).toMatchObject({ status: 409, body: { code: 'sheet/run-locked' } });
});
