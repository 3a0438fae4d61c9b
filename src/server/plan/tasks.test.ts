import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '#core/plan/task.ts';
import { answeredRun, submittedRun } from '../app/testing/assessment-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';

let server: TestServer;
let world: World;
let planner: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  planner = world.here.people.planner;
});
afterAll(() => server.stop());

const at = (rest = '') => `/facilities/${world.here.id}/tasks${rest}`;
const call = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, by: TestPerson = planner) =>
  request(server, by, { method, path, ...(body && { body }) });
const tasks = async (fiscalYear = 2026, by = planner) =>
  ((await call('GET', at(`?fiscalYear=${fiscalYear}`), undefined, by)).body as { tasks: Task[] }).tasks;
const inside = (work: (client: pg.Client) => Promise<unknown>) =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    await work(client);
  });
const edit = {
  title: '台帳を作る',
  ownerId: null,
  dueOn: '2026-12-31',
  status: 'todo',
  costPlanned: 50_000,
  costSpent: 0,
  personDays: 2.5,
  aim: '機器がすべて載っている',
  measuredBy: '棚卸しとの差が0',
};

test('the measures of a plan become tasks once, due at the end of their quarters, at what they cost here', async () => {
  const run = await submittedRun(server, world.here, 'planner');
  await call('PUT', `/facilities/${world.here.id}/measure-costs/MS1`, { yen: 7_000 });
  const measures = [
    { id: 'MS1', quarter: 4 },
    { id: 'MS2', quarter: 3 },
  ];
  const accept = (list: object[], fiscalYear = 2026) =>
    call('POST', `${run}/plan/acceptance`, { fiscalYear, measures: list });
  expect((await accept(measures)).body).toEqual({ added: 2, standing: 0 });
  expect((await accept([...measures, { id: 'MS3', quarter: 3 }])).body).toEqual({ added: 1, standing: 2 });
  const made = await tasks();
  expect(made.map(({ measureId, dueOn }) => [measureId, dueOn]).toSorted()).toEqual([
    ['MS1', '2027-03-31'],
    ['MS2', '2026-12-31'],
    ['MS3', '2026-12-31'],
  ]);
  expect(made.find(({ measureId }) => measureId === 'MS1')).toMatchObject({ costPlanned: 7_000, status: 'todo' });
  expect(await tasks(2027)).toEqual([]);
  expect(await accept([{ id: 'M99-1', quarter: 1 }])).toMatchObject({ status: 400 });
  expect(await accept([])).toMatchObject({ status: 400 });
  expect(await accept(measures, 2028)).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'fiscalYear' }] } },
  });
  const open = await answeredRun(server, world.elsewhere);
  const early = { method: 'POST', path: `${open}/plan/acceptance`, body: { fiscalYear: 2026, measures } } as const;
  expect(await request(server, world.elsewhere.people.planner, early)).toMatchObject({
    status: 409,
    body: { code: 'plan/not-submitted' },
  });
});

test('a task is added and changed, and of two changes from the same state the second is told what stands', async () => {
  const added = await call('POST', at(), { ...edit, fiscalYear: 2027, dueOn: '2027-12-31' });
  expect(added.status).toBe(201);
  const { id, revision } = added.body as Task;
  expect(await tasks(2027)).toMatchObject([{ id, title: '台帳を作る', personDays: 2.5, owner: null, measureId: null }]);
  const owned = { ...edit, dueOn: '2027-12-31', revision, ownerId: world.here.people.operator.id, status: 'doing' };
  expect((await call('PUT', at(`/${id}`), owned)).body).toMatchObject({
    status: 'doing',
    revision: revision + 1,
    owner: { id: world.here.people.operator.id, name: world.here.people.operator.name },
  });
  const late = await call('PUT', at(`/${id}`), { ...edit, revision, title: '別の名前' });
  expect(late).toMatchObject({ status: 409, body: { code: 'plan/task-changed' } });
  expect((late.body as { data: { current: Task } }).data.current).toMatchObject({
    title: '台帳を作る',
    status: 'doing',
  });
});

test('whoever is no member owns nothing, and a neighbour sees and changes nothing', async () => {
  const stranger = world.elsewhere.people.planner;
  const refused = await call('POST', at(), { ...edit, fiscalYear: 2026, ownerId: stranger.id });
  expect(refused).toMatchObject({ status: 409, body: { code: 'plan/owner-not-member' } });
  const { id, revision } = (await call('POST', at(), { ...edit, fiscalYear: 2026 })).body as Task;
  const theirs = `/facilities/${world.elsewhere.id}/tasks`;
  expect(await call('PUT', `${theirs}/${id}`, { ...edit, revision }, stranger)).toMatchObject({ status: 404 });
  expect((await call('GET', `${theirs}?fiscalYear=2026`, undefined, stranger)).body).toEqual({
    tasks: [],
    more: false,
  });
  expect(await call('POST', at(), { ...edit, fiscalYear: 2026 }, world.here.people.staff)).toMatchObject({
    status: 403,
  });
});

test('a task is due in its own fiscal year, and one that stands elsewhere from before may be changed otherwise', async () => {
  const fault = { status: 400, body: { data: { faults: [{ field: 'dueOn', code: 'due-outside-year' }] } } };
  expect(await call('POST', at(), { ...edit, fiscalYear: 2026, dueOn: '2027-05-10' })).toMatchObject(fault);
  const { id, revision } = (await call('POST', at(), { ...edit, fiscalYear: 2026 })).body as Task;
  expect(await call('PUT', at(`/${id}`), { ...edit, revision, dueOn: '2026-03-31' })).toMatchObject(fault);
  await inside((client) => client.query("update task set due_on = '2027-05-10' where id = $1", [id]));
  const kept = { ...edit, revision, dueOn: '2027-05-10', status: 'doing' };
  expect(await call('PUT', at(`/${id}`), kept)).toMatchObject({ status: 200 });
});
