import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanView } from '#core/plan/contract.ts';
import { answeredRun, submittedRun } from '../app/testing/assessment-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const wish = {
  budget: 500_000,
  personDays: 30,
  goal: 'weakest',
  fiscalYear: 2026,
  excluded: [] as string[],
  begun: [] as string[],
  roles: [] as { role: string; days: number[] }[],
};

const ask = (path: string, more: Partial<typeof wish> = {}, by: TestPerson = world.here.people.planner) =>
  request(server, by, { method: 'POST', path: `${path}/plan`, body: { ...wish, ...more } });

test('a submitted run has a plan within its limits, proven, the same every time, that says why each measure is in or out', async () => {
  const path = await submittedRun(server, world.here, 'planner');
  const reply = await ask(path);
  expect(reply.status).toBe(200);
  const plan = reply.body as PlanView;
  expect(plan).toMatchObject({ status: 'optimal', gap: 0, networkLevel: null });
  expect(plan.cost).toBeLessThanOrEqual(wish.budget);
  expect(plan.personDays).toBeLessThanOrEqual(wish.personDays);
  expect(plan.chosen.length + plan.leftOut.length).toBe(25);
  expect((await ask(path)).body).toEqual(plan);

  const [first] = plan.chosen;
  const without = (await ask(path, { excluded: [first?.id ?? ''] })).body as PlanView;
  expect(without.chosen.map(({ id }) => id)).not.toContain(first?.id);
  expect(without.leftOut).toContainEqual(expect.objectContaining({ id: first?.id, reason: 'excluded' }));
});

test('a run that is not submitted has no plan, and neither has one of a sheet without measures', async () => {
  const { elsewhere } = world;
  const { planner } = elsewhere.people;
  const refusal = async (path: string) => (await ask(path, {}, planner)).body;
  expect(await refusal(await answeredRun(server, elsewhere))).toMatchObject({ code: 'plan/not-submitted' });
  const runId = await begunRun(server, elsewhere, 'network-level', planner);
  await answerAll(server, { facility: elsewhere, runId, sheetId: 'network-level', person: planner }, () => 'no');
  const path = `/facilities/${elsewhere.id}/runs/${runId}`;
  expect((await request(server, planner, { method: 'POST', path: `${path}/submission` })).status).toBe(200);
  expect(await refusal(path)).toMatchObject({ code: 'plan/without-measures' });

  const submitted = await submittedRun(server, elsewhere, 'planner');
  const beside = (await ask(submitted, {}, planner)).body;
  expect(beside).toMatchObject({ status: 'optimal', networkLevel: { before: 0, after: 0 } });
  expect((await ask(submitted, { goal: 'level2', budget: 0, personDays: 0 }, planner)).body).toMatchObject({
    status: 'infeasible',
    chosen: [],
    limits: { budget: { given: 0, needed: null }, personDays: { given: 0, needed: null } },
  });
});

test('the run of an executive is planned for by that executive alone', async () => {
  const path = await submittedRun(server, world.here, 'executive');
  expect((await ask(path, {}, world.here.people.executive)).body).toMatchObject({ status: 'optimal' });
  expect((await ask(path)).status).toBe(404);
});
