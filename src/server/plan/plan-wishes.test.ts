import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanView } from '#core/plan/contract.ts';
import { budgetsAround, daysAround, type Frontier } from '#core/plan/frontier.ts';
import { defaultCost } from '#core/plan/reckoned-cost.ts';
import { submittedRun } from '../app/testing/assessment-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';

let server: TestServer;
let world: World;
let path: string;
let planner: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  path = await submittedRun(server, world.here, 'planner');
  planner = world.here.people.planner;
});
afterAll(() => server.stop());

const wish = { budget: 500_000, personDays: 30, goal: 'weakest', fiscalYear: 2026, excluded: [], begun: [], roles: [] };
const ask = (more: object = {}, rest = '/plan') =>
  request(server, planner, { method: 'POST', path: path + rest, body: { ...wish, ...more } });
const planOf = async (more: object = {}) => {
  const reply = await ask(more);
  expect(reply.status).toBe(200);
  return reply.body as PlanView;
};
const faultsOf = async (more: object) =>
  ((await ask(more)).body as { data: { faults: { code: string }[] } }).data.faults.map(({ code }) => code);

test('what is begun is in the plan whatever it brings, and counts towards the limits', async () => {
  const usual = await planOf({ budget: 0 });
  const dear = usual.leftOut.find(({ missing }) => missing.budget > 0)?.id ?? '';
  const plan = await planOf({ begun: [dear] });
  expect(plan.chosen.map(({ id }) => id)).toContain(dear);
  expect(plan.cost).toBeGreaterThan(0);
  expect(await planOf({ begun: [dear], budget: 0 })).toMatchObject({ status: 'infeasible', chosen: [] });
  expect(await faultsOf({ begun: [dear], excluded: [dear] })).toEqual(['measure-both']);
});

test('a role without time has nothing to do, and the quarters that are over have none', async () => {
  const roleOf = async (days: readonly number[]) => planOf({ roles: [{ role: '院長', days }] });
  const over = await roleOf([9, 9, 0, 0]);
  const busy = await roleOf([0, 0, 9, 9]);
  const idsOf = ({ chosen }: PlanView) => chosen.map(({ id }) => id);
  expect(over.limits.roles).toEqual([{ role: '院長', given: 0, needed: 0 }]);
  expect(busy.limits.roles[0]?.needed).toBeGreaterThan(0);
  expect(idsOf(busy)).not.toEqual(idsOf(over));
  const [all, director, ...others] = busy.quarterDays;
  expect([all?.role, director?.role, others]).toEqual([null, '院長', []]);
  for (const { used, given } of director?.quarters ?? []) expect(used).toBeLessThanOrEqual(given);
  expect(director?.quarters[0]).toMatchObject({ quarter: 3, given: 9 });
  expect(over.leftOut.some(({ missing }) => missing.roles.some(({ role }) => role === '院長'))).toBe(true);
  expect(await faultsOf({ roles: [{ role: '船長', days: [1, 1, 1, 1] }] })).toEqual(['role-unknown']);
});

test('a plan of this year is done in the quarters to come, one of the next in all four', async () => {
  const quartersOf = ({ schedule }: PlanView) => new Set(schedule.map(({ quarter }) => quarter));
  const now = await planOf();
  expect(now.schedule.map(({ id }) => id)).toEqual(now.chosen.map(({ id }) => id));
  expect(Math.min(...quartersOf(now))).toBe(3);
  expect(Math.min(...quartersOf(await planOf({ fiscalYear: 2027 })))).toBe(1);
  expect(await faultsOf({ fiscalYear: 2025 })).toEqual(['year-not-planned']);
});

test('what a little more would buy is never less, and the curves rise with the budget and the days', async () => {
  const reply = await ask({ budget: 20_000, personDays: 5 }, '/plan/frontier');
  expect(reply.status).toBe(200);
  const { now, moreMoney, moreTime, curve, dayCurve, unproven } = reply.body as Frontier;
  const plan = await planOf({ budget: 20_000, personDays: 5 });
  const after = plan.areas.map((area) => area.after);
  expect(now).toMatchObject({ budget: 20_000, lowest: Math.min(...after) });
  expect(now?.mean).toBeCloseTo(after.reduce((sum, one) => sum + one, 0) / after.length);
  for (const more of [moreMoney, moreTime]) {
    expect(more?.lowest ?? -1).toBeGreaterThanOrEqual(now?.lowest ?? 9);
  }
  expect(moreMoney?.budget).toBe(120_000);
  expect(moreTime?.personDays).toBe(6);
  for (const reached of [curve, dayCurve]) {
    const lowest = reached.map((reach) => reach.lowest ?? -1);
    expect(lowest).toEqual(lowest.toSorted((a, b) => a - b));
    expect(reached.length).toBeGreaterThan(3);
  }
  expect(curve.length + dayCurve.length + unproven).toBe(budgetsAround(20_000).length + daysAround(5).length);
  expect(dayCurve.every(({ budget }) => budget === 20_000)).toBe(true);
  expect(dayCurve).toContainEqual(now);
  expect(new Set(dayCurve.map((one) => one.personDays)).size).toBe(dayCurve.length);
});

test('an amount of a cost class is that of every measure of it that has none of its own', async () => {
  const at = `/facilities/${world.here.id}/measure-costs`;
  const set = (id: string, yen: number | null) =>
    request(server, planner, { method: 'PUT', path: `${at}/${id}`, body: { yen } });
  const costs = async () => new Map((await planOf({ budget: 900_000 })).chosen.map(({ id, cost }) => [id, cost]));
  const before = await costs();
  const [id = '', cost = 0] = [...before].find(([, yen]) => yen > 0) ?? [];
  const costClass = [1, 2, 3].find((one) => defaultCost(one, 'small-facility') === cost);
  expect((await set(`SMALL-${costClass}`, cost - 1_000)).status).toBe(204);
  expect((await costs()).get(id)).toBe(cost - 1_000);
  expect((await set(`SMALL-${costClass}`, null)).status).toBe(204);
  expect(await costs()).toEqual(before);
  expect((await set('SMALL-4', 1)).status).toBe(404);
});

test('a cost the facility has set takes the place of the default, here alone, until it is given back', async () => {
  const [first] = (await planOf()).chosen;
  const id = first?.id ?? '';
  const at = (facilityId: string) => `/facilities/${facilityId}/measure-costs`;
  const set = (yen: number | null, measure = id) =>
    request(server, planner, { method: 'PUT', path: `${at(world.here.id)}/${measure}`, body: { yen } });
  const costs = async (person = planner, facilityId = world.here.id) =>
    (await request(server, person, { method: 'GET', path: at(facilityId) })).body;
  const costOf = async () => (await planOf({ budget: 900_000 })).chosen.find((one) => one.id === id)?.cost;

  const before = await costOf();
  expect((await set(123_456)).status).toBe(204);
  expect(await costOf()).toBe(123_456);
  expect(await costs()).toEqual([
    { measureId: id, yen: 123_456, personDays: null, setAt: server.clock.now.toISOString() },
  ]);
  expect(await costs(world.elsewhere.people.planner, world.elsewhere.id)).toEqual([]);
  expect((await set(100_000)).status).toBe(204);
  expect((await set(null)).status).toBe(204);
  expect(await costOf()).toBe(before);
  expect(await set(1, 'M99-9')).toMatchObject({ status: 404, body: { code: 'plan/no-measure' } });
  const log = await request(server, world.here.people.auditor, {
    method: 'GET',
    path: `/facilities/${world.here.id}/activity`,
  });
  expect(JSON.stringify(log.body)).toContain('対策の費用・手間を決めた');
});

test('person-days the facility has set take the place of the default, in the plan and in its tasks, until they are given back', async () => {
  const at = `/facilities/${world.here.id}`;
  const set = (body: object, id = 'MS3') =>
    request(server, planner, { method: 'PUT', path: `${at}/measure-costs/${id}`, body });
  const daysOf = async () => (await planOf({ begun: ['MS3'] })).chosen.find(({ id }) => id === 'MS3')?.personDays;
  expect(await daysOf()).toBe(0.5);
  expect((await set({ yen: null, personDays: 4.5 })).status).toBe(204);
  expect(await daysOf()).toBe(4.5);
  expect((await set({ yen: 1_000 })).status).toBe(204);
  expect((await request(server, planner, { method: 'GET', path: `${at}/measure-costs` })).body).toMatchObject([
    { measureId: 'MS3', yen: 1_000, personDays: 4.5 },
  ]);
  const body = { fiscalYear: 2026, measures: [{ id: 'MS3', quarter: 4 }] };
  await request(server, planner, { method: 'POST', path: `${path}/plan/acceptance`, body });
  const { tasks } = (await request(server, planner, { method: 'GET', path: `${at}/tasks?fiscalYear=2026` })).body as {
    tasks: object[];
  };
  expect(tasks).toMatchObject([{ measureId: 'MS3', costPlanned: 1_000, personDays: 4.5 }]);
  expect((await set({ yen: null, personDays: null })).status).toBe(204);
  expect(await daysOf()).toBe(0.5);
  expect(await set({ yen: 1, personDays: 1 }, 'SMALL-1')).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'personDays', code: 'class-without-days' }] } },
  });
});
