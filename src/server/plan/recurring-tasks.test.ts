import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanView } from '#core/plan/contract.ts';
import type { Recurring } from '#core/plan/recurring.ts';
import type { Task } from '#core/plan/task.ts';
import { submittedRun } from '../app/testing/assessment-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';

let server: TestServer;
let world: World;
let planner: TestPerson;
let run: string;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  planner = world.here.people.planner;
  run = await submittedRun(server, world.here, 'planner');
});
afterAll(() => server.stop());

const at = (rest: string) => `/facilities/${world.here.id}/${rest}`;
const call = (method: string, path: string, body?: object, by = planner) =>
  request(server, by, { method, path, ...(body && { body }) });
const tasks = async (fiscalYear: number) =>
  ((await call('GET', at(`tasks?fiscalYear=${fiscalYear}`))).body as { tasks: Task[] }).tasks;
const recurring = async (fiscalYear: number) =>
  (await call('GET', at(`recurring-tasks?fiscalYear=${fiscalYear}`))).body as Recurring[];
const add = (fiscalYear: number, measureIds: readonly string[], by = planner) =>
  call('POST', at('recurring-tasks'), { fiscalYear, measureIds }, by);
const setStatus = async (task: Task | undefined, status: string) => {
  const { id, owner: _, fiscalYear: __, measureId: ___, addedOn: _added, ...edit } = task as Task;
  return call('PUT', at(`tasks/${id}`), { ...edit, ownerId: planner.id, status });
};
const wish = { budget: 0, personDays: 0, goal: 'weakest', excluded: [], begun: [], roles: [] };
const planOf = async (more: object = {}) =>
  (await call('POST', `${run}/plan`, { ...wish, fiscalYear: 2027, ...more })).body as PlanView;
const lines = async () =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    return (await client.query("select detail from activity where act = 'task.recurred'")).rows;
  });

test('what recurs takes of the next plan what one more year of it does, before anything is chosen', async () => {
  const measures = [
    { id: 'MS8', quarter: 3 },
    { id: 'MS3', quarter: 3 },
  ];
  await call('POST', `${run}/plan/acceptance`, { fiscalYear: 2026, measures });
  expect(await planOf()).toMatchObject({ status: 'optimal', chosen: [] });
  for (const task of await tasks(2026)) await setStatus(task, 'done');
  const [one] = await recurring(2027);
  expect(await recurring(2027)).toEqual([
    { measureId: 'MS8', title: expect.any(String), cost: 0, personDays: 1, hasTask: false },
  ]);
  expect(await planOf()).toMatchObject({ status: 'infeasible', limits: { personDays: { given: 0, needed: 1 } } });
  const plan = await planOf({ personDays: 1 });
  expect(plan.chosen).toMatchObject([{ id: 'MS8', cost: 0, personDays: one?.personDays }]);
  expect(plan.yearly).toEqual([{ id: 'MS8', cost: 0, personDays: 1, recurs: true }]);
  expect(plan.schedule).toEqual([{ id: 'MS8', quarter: 4 }]);
  expect(await planOf({ excluded: ['MS8'] })).toMatchObject({ status: 'optimal', chosen: [] });
  expect((await planOf({ fiscalYear: 2026, begun: ['MS8'], personDays: 9, budget: 999_999 })).yearly).toContainEqual({
    id: 'MS8',
    cost: 0,
    personDays: 1,
    recurs: false,
  });
});

test('a measure that recurs becomes a task of the next year once, at what that year takes, for whom had it', async () => {
  expect((await add(2027, ['MS8'])).body).toEqual({ added: 1 });
  expect(await tasks(2027)).toMatchObject([
    { measureId: 'MS8', dueOn: '2027-12-31', status: 'todo', costPlanned: 0, personDays: 1, owner: { id: planner.id } },
  ]);
  expect((await add(2027, ['MS8'])).body).toEqual({ added: 0 });
  expect(await recurring(2027)).toMatchObject([{ measureId: 'MS8', hasTask: true }]);
  expect(await lines()).toContainEqual({ detail: { fiscalYear: 2027, added: 1 } });
});

test('what does not recur, is not finished or is dropped becomes no task', async () => {
  for (const id of ['MS3', 'MS1', 'M99-1'])
    expect(await add(2027, [id])).toMatchObject({
      status: 400,
      body: { data: { faults: [{ field: 'measureIds', code: 'measure-not-recurring' }] } },
    });
  expect(await add(2030, ['MS8'])).toMatchObject({ body: { data: { faults: [{ field: 'fiscalYear' }] } } });
  await setStatus((await tasks(2027))[0], 'dropped');
  expect(await recurring(2027)).toEqual([]);
  expect(await planOf()).toMatchObject({ status: 'optimal', chosen: [] });
});

test('neither another facility nor whoever may not change tasks adds any', async () => {
  expect(await add(2027, ['MS8'], world.elsewhere.people.planner)).toMatchObject({ status: 404 });
  expect(await add(2027, ['MS8'], world.here.people.staff)).toMatchObject({ status: 403 });
});
