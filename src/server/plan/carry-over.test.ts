import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '#core/plan/task.ts';
import type { TaskComment } from '#core/plan/task-comment.ts';
import { countOf, type TaskSum } from '#core/plan/task-summary.ts';
import type { Risk } from '#core/risk/risk.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestFacility, type TestPerson, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';
import { riskEdit, treatmentEdit } from '../risk/testing/risk-edits.ts';

let server: TestServer;
let world: World;
let planner: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  planner = world.here.people.planner;
});
afterAll(() => server.stop());

const at = (rest: string) => `/facilities/${world.here.id}/${rest}`;
const call = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, by: TestPerson = planner) =>
  request(server, by, { method, path, ...(body && { body }) });
const tasks = async (fiscalYear: number) =>
  ((await call('GET', at(`tasks?fiscalYear=${fiscalYear}`))).body as { tasks: Task[] }).tasks;
const edit = {
  title: '台帳を作る',
  ownerId: null,
  dueOn: '2025-06-30',
  status: 'todo',
  costPlanned: 50_000,
  costSpent: 0,
  personDays: 2.5,
  aim: '',
  measuredBy: '',
};
const add = async (more: object = {}) =>
  (await call('POST', at('tasks'), { ...edit, fiscalYear: 2025, ...more })).body as Task;
const carry = async (fiscalYear = 2026) => call('POST', at('carried-tasks'), { fiscalYear });
const inside = <Found>({ id }: TestFacility, work: (client: pg.Client) => Promise<Found>) =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [id]);
    return work(client);
  });

test('what a year has not finished goes on in the next, once, and the old year says so', async () => {
  const open = await add({ costSpent: 20_000, ownerId: planner.id, status: 'doing' });
  await add({ status: 'done', title: '終わったこと' });
  await add({ status: 'dropped', title: 'やめたこと' });
  expect((await carry()).body).toEqual({ carried: 1 });
  expect((await carry()).body).toEqual({ carried: 0 });
  expect(await tasks(2026)).toMatchObject([
    { title: edit.title, dueOn: '2026-06-30', costPlanned: 30_000, costSpent: 0, owner: { id: planner.id } },
  ]);
  const before = await tasks(2025);
  expect(before.find(({ id }) => id === open.id)).toMatchObject({ status: 'carried', costSpent: 20_000 });
  expect(before.filter(({ status }) => status === 'carried')).toHaveLength(1);
});

test('nothing is carried over before the last quarter of its year', async () => {
  await add({ title: 'まだ今年度のこと', fiscalYear: 2026, dueOn: '2026-12-31' });
  expect(await carry(2027)).toMatchObject({ status: 409, body: { code: 'plan/carried-too-early' } });
  expect(await tasks(2027)).toEqual([]);
  expect((await tasks(2026)).filter(({ status }) => status === 'carried')).toEqual([]);
});

test('a carried task is due inside its new year, and keeps what was written in the former ones', async () => {
  const first = await add({ title: '長くかかること', fiscalYear: 2024, dueOn: '2024-06-30' });
  await call('POST', at(`tasks/${first.id}/comments`), { body: '見積もりを取りました。' });
  await inside(world.here, (client) => client.query("update task set due_on = '2028-05-10' where id = $1", [first.id]));
  await carry(2025);
  const second = (await tasks(2025)).find(({ title }) => title === '長くかかること');
  expect(second).toMatchObject({ dueOn: '2026-03-31' });
  await carry(2026);
  const third = (await tasks(2026)).find(({ title }) => title === '長くかかること');
  type Read = { former: { id: string; fiscalYear: number; comments: TaskComment[] }[]; carriedTo: unknown };
  const read = async (id = '') => (await call('GET', at(`tasks/${id}`))).body as Read;
  expect(await read(third?.id)).toMatchObject({
    former: [
      { id: second?.id, fiscalYear: 2025, comments: [] },
      { id: first.id, fiscalYear: 2024, comments: [{ body: '見積もりを取りました。' }] },
    ],
    carriedTo: null,
  });
  expect(await read(second?.id)).toMatchObject({ carriedTo: { id: third?.id, fiscalYear: 2026 } });
});

test('a measure the year has already is not doubled: its task goes on with the former one', async () => {
  const insert = (year: number) => (client: pg.Client) =>
    client.query<{ id: string }>(
      `insert into task (facility_id, id, fiscal_year, measure_id, title, due_on, status, cost_planned, person_days)
       values ($1, gen_random_uuid(), $2::int, 'M01-1', '方針', make_date($2::int, 9, 30), 'todo', 0, 1) returning id`,
      [world.here.id, year],
    );
  const former = (await inside(world.here, insert(2025))).rows[0]?.id;
  const standing = (await inside(world.here, insert(2026))).rows[0]?.id;
  expect((await carry()).body).toEqual({ carried: 1 });
  expect((await tasks(2026)).filter(({ measureId }) => measureId === 'M01-1')).toHaveLength(1);
  expect((await call('GET', at(`tasks/${standing}`))).body).toMatchObject({ former: [{ id: former }] });
});

test('what is done about a risk follows its task into the next year, and what was done stays', async () => {
  const former = await add({ title: '復元テスト' });
  const risk = (await call('POST', at('risks'), riskEdit)).body as Risk;
  const treat = async (revision: number, more: object = {}) =>
    (await call('POST', at(`risks/${risk.id}/treatments`), { ...treatmentEdit, taskId: former.id, ...more, revision }))
      .body as Risk;
  const { revision } = await treat(risk.revision);
  const before = await treat(revision, { what: 'もう済んだこと', doneOn: '2025-06-01' });
  await carry();
  const on = (await tasks(2026)).find(({ title }) => title === '復元テスト');
  const after = (await call('GET', at(`risks/${risk.id}`))).body as Risk;
  expect(after.treatments.map(({ what, task }) => [what, task?.id])).toEqual([
    [treatmentEdit.what, on?.id],
    ['もう済んだこと', former.id],
  ]);
  expect(after.revision).toBe(before.revision + 1);
});

test('thousands of tasks are carried over at once, each owner reminded', async () => {
  const { elsewhere } = world;
  const by = elsewhere.people.planner;
  await inside(elsewhere, (client) =>
    client.query(
      `insert into task (facility_id, id, fiscal_year, title, owner_id, due_on, status, cost_planned, person_days)
       select $1, gen_random_uuid(), 2025, '取り組み' || n, $2, date '2026-01-01' + n % 90, 'todo', 1000, 0.1
       from generate_series(1, 5000) n`,
      [elsewhere.id, by.id],
    ),
  );
  const carried = await call('POST', `/facilities/${elsewhere.id}/carried-tasks`, { fiscalYear: 2026 }, by);
  expect(carried).toMatchObject({ status: 200, body: { carried: 5_000 } });
  const sums = (await call('GET', `/facilities/${elsewhere.id}/task-sums?fiscalYear=2026`, undefined, by)).body;
  expect(countOf(sums as TaskSum[], 'todo')).toBe(5_000);
  const jobs = await withClient(server.database.owner, (client) =>
    client.query<{ count: number }>('select count(*)::int from graphile_worker.jobs where key like $1', [
      `due.remind ${elsewhere.id} task %`,
    ]),
  );
  expect(jobs.rows[0]?.count).toBe(5_000);
});
