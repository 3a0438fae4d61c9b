import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '#core/plan/task.ts';
import { countOf, type TaskSum } from '#core/plan/task-summary.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { sumTasks } from './task-repository.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

type Listed = { readonly tasks: Task[]; readonly more: boolean };
const get = async (path: string) =>
  (await request(server, world.here.people.planner, { method: 'GET', path: `/facilities/${world.here.id}/${path}` }))
    .body;

/** Tasks over the whole year, every second one of a measure; written as they are, since nobody types thousands. */
const fill = (facilityId: string, count: number) =>
  withClient(server.database.owner, async (client) => {
    // What is not on the disk yet is not visible to all yet, and vacuuming leaves it.
    await client.query('set synchronous_commit = on');
    await client.query("select set_config('app.facility_id', $1, false)", [facilityId]);
    await client.query(
      `insert into task (facility_id, id, fiscal_year, title, due_on, status, cost_planned, cost_spent, person_days, aim, measured_by)
       select $1, gen_random_uuid(), 2026, '取り組み' || n, date '2026-04-01' + n % 365,
         (array['todo', 'doing', 'done', 'dropped', 'carried'])[n % 5 + 1], 1000, n % 7, 0.1, repeat('ねらい', 30), repeat('めやす', 30)
       from generate_series(1, $2::int) n`,
      [facilityId, count],
    );
    await client.query('vacuum analyze task');
  });

test('thousands of tasks come in pages, each once, in the order of their days, added up by state', async () => {
  await fill(world.here.id, 5_000);
  await fill(world.elsewhere.id, 10);
  const sums = (await get('task-sums?fiscalYear=2026')) as TaskSum[];
  expect(countOf(sums)).toBe(5_000);
  expect(countOf(sums, 'todo', 'doing')).toBe(2_000);
  const all: Task[] = [];
  for (let more = true; more; ) {
    const after = all.length > 0 ? `&after=${all.at(-1)?.id}` : '';
    const page = (await get(`tasks?fiscalYear=2026${after}`)) as Listed;
    expect(page.tasks.length).toBeLessThanOrEqual(200);
    all.push(...page.tasks);
    more = page.more;
  }
  expect(all).toHaveLength(5_000);
  expect(new Set(all.map(({ id }) => id)).size).toBe(5_000);
  expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).toSorted());
  expect(await get(`tasks?fiscalYear=2026&after=${randomUUID()}`)).toEqual({ tasks: [], more: false });
});

test('a page of tasks is read from its index, however many there are', async () => {
  const plan = await withClient(server.database.owner, (client) =>
    client.query<{ 'QUERY PLAN': string }>(
      `explain select id from task where facility_id = $1 and fiscal_year = 2026
       and (due_on, id) > (date '2026-10-01', '00000000-0000-4000-8000-000000000000'::uuid) order by due_on, id limit 51`,
      [world.here.id],
    ),
  );
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index.* (using|on) task_of_year/);
});

test('the sums are read from the index task_sums alone, in its order', async () => {
  const plan = await inFacility(
    server.db,
    { facilityId: world.here.id, personId: world.here.people.planner.id },
    async (tx) => {
      const rows = await sumTasks({ tx, facilityId: world.here.id }, { fiscalYear: 2026 }).explain<{
        'QUERY PLAN': string;
      }>();
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    },
  );
  expect(plan).toContain('Index Only Scan using task_sums on task');
  expect(plan).not.toContain('Sort');
});

test('tasks are found by who has them, their state, quarter, area and words, and summed up alike', async () => {
  const { planner } = world.here.people;
  const gone = world.elsewhere.people.planner.id;
  await withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    await client.query(
      `insert into task (facility_id, id, fiscal_year, measure_id, title, owner_id, due_on, status, cost_planned, person_days)
       values ($1, gen_random_uuid(), 2024, 'M01-1', '方針を書く', $2, '2024-06-30', 'todo', 0, 1),
         ($1, gen_random_uuid(), 2024, null, '台帳を作る', $3, '2024-09-30', 'doing', 0, 1),
         ($1, gen_random_uuid(), 2024, 'M01-2', '当番を決める', $3, '2024-10-31', 'done', 0, 1),
         ($1, gen_random_uuid(), 2024, null, '連絡網', null, '2025-03-31', 'carried', 0, 1)`,
      [world.here.id, planner.id, gone],
    );
  });
  const titles = async (asked: string) => {
    const { tasks } = (await get(`tasks?fiscalYear=2024${asked}`)) as Listed;
    expect(countOf((await get(`task-sums?fiscalYear=2024${asked}`)) as TaskSum[])).toBe(tasks.length);
    return tasks.map(({ title }) => title);
  };
  expect(await titles('')).toEqual(['方針を書く', '台帳を作る', '当番を決める', '連絡網']);
  expect(await titles(`&owner=${planner.id}`)).toEqual(['方針を書く']);
  expect(await titles('&owner=none')).toEqual(['台帳を作る', '連絡網']);
  expect(await titles('&status=dropped')).toEqual(['連絡網']);
  expect(await titles('&quarter=4')).toEqual(['連絡網']);
  expect(await titles('&area=none')).toEqual(['台帳を作る', '連絡網']);
  expect(await titles('&area=01')).toEqual(['方針を書く', '当番を決める']);
  expect(await titles(`&words=${encodeURIComponent('台帳')}`)).toEqual(['台帳を作る']);
});
