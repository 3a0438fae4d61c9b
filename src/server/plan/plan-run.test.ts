import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanView } from '#core/plan/contract.ts';
import { answeredRun, submittedRun } from '../app/testing/assessment-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { insertEstablished } from '../evidence/index.ts';
import { inFacility } from '../platform/database/transaction.ts';

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

test('a plan begins at what an audit established below the claim, and says at how many items', async () => {
  world = await makeWorld(server);
  const { here } = world;
  const { planner } = here.people;
  const runId = await begunRun(server, here, 'small-facility', planner);
  await answerAll(server, { facility: here, runId, sheetId: 'small-facility', person: planner }, () => '3');
  const path = `/facilities/${here.id}/runs/${runId}`;
  await request(server, planner, { method: 'POST', path: `${path}/submission` });
  const before = async () => {
    const { chosen, established, areas } = (await ask(path)).body as PlanView;
    return { chosen: chosen.length, established, S1: areas.find(({ id }) => id === 'S1')?.before };
  };
  expect(await before()).toEqual({ chosen: 0, established: 0, S1: 3 });
  const audited = { kind: 'audited' as const, claimed: '3' as const, sourceId: randomUUID(), on: '2026-11-05' };
  await inFacility(server.db, { facilityId: here.id, personId: planner.id }, (tx) =>
    insertEstablished({ tx, facilityId: here.id }, [
      { ...audited, itemId: 'S1', value: '1' },
      { ...audited, itemId: 'S2', value: '3' },
    ]),
  );
  expect(await before()).toEqual({ chosen: expect.any(Number), established: 1, S1: 1 });
  const { chosen } = (await ask(path)).body as PlanView;
  expect(chosen.flatMap(({ raises }) => raises)).toContainEqual({ item: 'S1', from: 1, to: expect.any(Number) });
});

test('a run that is not submitted has no plan, and neither has one of a sheet without measures', async () => {
  const { elsewhere } = world;
  const { planner } = elsewhere.people;
  const refusal = async (path: string) => (await ask(path, {}, planner)).body;
  expect(await refusal(await answeredRun(server, elsewhere))).toMatchObject({ code: 'plan/not-submitted' });
  const checklist = await begunRun(server, elsewhere, 'checklist-pharmacy', planner);
  const withoutSystems = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-01' };
  await request(server, planner, {
    method: 'PUT',
    path: `/facilities/${elsewhere.id}/runs/${checklist}/answers/R7-P-0`,
    body: withoutSystems,
  });
  const form = `/facilities/${elsewhere.id}/runs/${checklist}`;
  expect((await request(server, planner, { method: 'POST', path: `${form}/submission` })).status).toBe(200);
  expect(await refusal(form)).toMatchObject({ code: 'plan/without-measures' });
});

test('a network run alone is planned with the measures that raise its level, to level 2 or as high as can be, and becomes tasks', async () => {
  const { elsewhere } = world;
  const { planner } = elsewhere.people;
  const runId = await begunRun(server, elsewhere, 'network-level', planner);
  await answerAll(server, { facility: elsewhere, runId, sheetId: 'network-level', person: planner }, () => 'no');
  const path = `/facilities/${elsewhere.id}/runs/${runId}`;
  expect(await ask(path, {}, planner)).toMatchObject({ body: { code: 'plan/not-submitted' } });
  expect((await request(server, planner, { method: 'POST', path: `${path}/submission` })).status).toBe(200);

  const generous = { budget: 90_000_000, personDays: 900 };
  const plan = (await ask(path, { ...generous, goal: 'level2' }, planner)).body as PlanView;
  expect(plan).toMatchObject({ status: 'optimal', gap: 0, areas: [], networkLevel: { before: 0, after: 2 } });
  expect(plan.chosen.every(({ raises }) => raises.length === 0)).toBe(true);
  expect(plan.chosen.flatMap(({ network }) => network).toSorted()).toEqual(
    ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'].toSorted(),
  );
  const wanted = ['M07-1', 'M07-10', 'M03-4', 'M08-2', 'M08-3', 'M12-1'];
  expect(plan.chosen.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
  const less = { ...generous, budget: plan.cost - 1, goal: 'level2' };
  expect((await ask(path, less, planner)).body).toMatchObject({
    status: 'infeasible',
    limits: { budget: { needed: plan.cost } },
  });
  const high = (await ask(path, generous, planner)).body as PlanView;
  expect(high).toMatchObject({ status: 'optimal', networkLevel: { before: 0, after: 3 } });
  expect((await ask(path, { excluded: ['H01'] }, planner)).body).toMatchObject({ code: 'input-not-valid' });
  const frontier = await request(server, planner, {
    method: 'POST',
    path: `${path}/plan/frontier`,
    body: { ...wish, ...generous },
  });
  expect(frontier.body).toMatchObject({ now: { lowest: null, mean: null, networkLevel: 3 } });
  const accepted = await request(server, planner, {
    method: 'POST',
    path: `${path}/plan/acceptance`,
    body: { fiscalYear: 2026, measures: plan.schedule },
  });
  expect(accepted).toMatchObject({ body: { added: plan.chosen.length } });

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
