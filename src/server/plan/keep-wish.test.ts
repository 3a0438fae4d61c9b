import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '#core/plan/task.ts';
import type { Acceptance, PlanWishInput } from '#core/plan/wish.ts';
import { submittedRun } from '../app/testing/assessment-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';

let server: TestServer;
let world: World;
let run: string;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  run = await submittedRun(server, world.here, 'planner');
});
afterAll(() => server.stop());

const call = (method: string, path: string, body?: object, by: TestPerson = world.here.people.planner) =>
  request(server, by, { method, path, ...(body && { body }) });
const asked = { budget: 300_000, personDays: 20, goal: 'weakest', roles: [{ role: '院長', days: [0, 1, 2, 0.5] }] };
const wish = { ...asked, fiscalYear: 2026, excluded: ['MS2'], begun: ['MS1'] };
const wishes = async () => (await call('GET', `${run}/plan/wishes`)).body as PlanWishInput[];
const keep = (more: object = {}, by?: TestPerson, path = run) =>
  call('PUT', `${path}/plan/wish`, { ...wish, ...more }, by);
const inside = <Row>(statement: string) =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    return (await client.query(statement)).rows as Row[];
  });
const lines = () => inside("select detail from activity where act = 'plan.wish-kept'");

test('what a plan was last asked of is there the next time, by year, the newest first', async () => {
  expect(await wishes()).toEqual([]);
  expect((await keep()).status).toBe(204);
  expect((await keep()).status).toBe(204);
  expect(await wishes()).toEqual([wish]);
  expect(await lines()).toEqual([{ detail: { fiscalYear: 2026, budget: 300_000, personDays: 20, goal: 'weakest' } }]);
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  await keep({ fiscalYear: 2027, budget: 0 });
  await keep({ fiscalYear: 2027, budget: 1 });
  expect((await wishes()).map(({ fiscalYear, budget }) => [fiscalYear, budget])).toEqual([
    [2027, 1],
    [2026, 300_000],
  ]);
});

test('what the sheet does not know any more is left out of it', async () => {
  await inside(`update plan_wish set wish = wish || '{"excluded":["MS2","M99-1"],"begun":["M99-2"],"roles":[{"role":"船長","days":[1,1,1,1]}]}'
    where fiscal_year = 2027`);
  expect((await wishes())[0]).toMatchObject({ excluded: ['MS2'], begun: [], roles: [] });
});

test('a wish with faults is not kept, nor one at another facility or by whoever makes no plans', async () => {
  const { here, elsewhere } = world;
  expect(await keep({ begun: ['MS2'] })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ code: 'measure-both' }] } },
  });
  expect(await keep({ fiscalYear: 2030 })).toMatchObject({ status: 400 });
  const theirs = run.replace(here.id, elsewhere.id);
  expect(await keep({}, elsewhere.people.planner, theirs)).toMatchObject({ status: 404 });
  expect(await keep({}, elsewhere.people.planner)).toMatchObject({ status: 404 });
  expect(await keep({}, here.people.staff)).toMatchObject({ status: 403 });
});

test('an accepted plan keeps what it was asked of and how well it is proven, and what was begun is under way', async () => {
  const at = `/facilities/${world.here.id}`;
  const { fiscalYear, ...plan } = { ...wish, status: 'time-limit', gap: 0.25 };
  const measures = [
    { id: 'MS1', quarter: 3 },
    { id: 'MS3', quarter: 4 },
  ];
  const accept = (more: object = {}) => call('POST', `${run}/plan/acceptance`, { fiscalYear, measures, plan, ...more });
  expect((await accept({ plan: { ...plan, begun: ['M99-1'] } })).status).toBe(400);
  expect((await accept()).body).toEqual({ added: 2, standing: 0 });
  const { tasks } = (await call('GET', `${at}/tasks?fiscalYear=2026`)).body as { tasks: Task[] };
  expect(tasks.map(({ measureId, status }) => [measureId, status])).toEqual([
    ['MS1', 'doing'],
    ['MS3', 'todo'],
  ]);
  const kept = (await call('GET', `${at}/plan-acceptances?fiscalYear=2026`)).body as Acceptance[];
  expect(kept).toEqual([{ ...plan, id: expect.any(String), measures: 2, acceptedAt: server.clock.now.toISOString() }]);
  expect((await call('GET', `${at}/plan-acceptances?fiscalYear=2027`)).body).toEqual([]);
  const reply = await call('GET', `${at}/plan-acceptances?fiscalYear=2026`, undefined, world.elsewhere.people.planner);
  expect(reply.status).toBe(404);
});
