import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Year } from '#core/app/year/year-contract.ts';
import type { DecisionList } from '#core/plan/decision/decision-contract.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { askedByHand } from '../../app/testing/decision-fixtures.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../../app/testing/world.ts';

let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
});
afterAll(() => server.stop());

async function call<T>(by: TestPerson, method: string, path: string, body?: object): Promise<T> {
  const reply = await request(server, by, { method, path: `/facilities/${here.id}${path}`, ...(body && { body }) });
  expect(reply.status).toBeLessThan(300);
  return reply.body as T;
}
const asked = (part: object) =>
  call<DecisionRequest>(here.people.planner, 'POST', '/decision-requests', { ...askedByHand, ...part });
const decide = ({ id: requestId, revision }: DecisionRequest, outcome: string, until: string | null) =>
  call<DecisionRequest>(here.people.executive, 'POST', '/decisions', {
    requestId,
    revision,
    outcome,
    reason: '理由',
    until,
  });
const dues = async () => {
  const { dues: all } = await call<Year>(here.people.planner, 'GET', '/year');
  return all.filter(({ kind }) => kind === 'decision').map(({ title, dueOn }) => `${title} ${dueOn}`);
};

test('due is what nobody has decided, what was put off and what is accepted for a time, by its day', async () => {
  await asked({ title: '予算', neededBy: '2026-12-01' });
  await asked({ title: '日のないもの', neededBy: null });
  await decide(await asked({ title: '決めたもの', neededBy: '2026-12-02' }), 'approved', null);
  await decide(await asked({ title: '断ったもの', neededBy: '2026-12-03' }), 'declined', null);
  await decide(await asked({ title: '延ばしたもの', neededBy: '2026-12-04' }), 'deferred', '2026-12-20');
  await decide(
    await asked({ title: '受け入れたもの', kind: 'risk-acceptance', neededBy: null }),
    'approved',
    '2027-01-31',
  );
  const again = await decide(await asked({ title: '延ばして決めたもの', neededBy: null }), 'deferred', '2026-12-10');
  await decide(again, 'approved', null);
  const { id } = await asked({ title: '取り下げたもの', neededBy: '2026-12-05' });
  await call(here.people.planner, 'DELETE', `/decision-requests/${id}`);
  expect(await dues()).toEqual(['予算 2026-12-01', '延ばしたもの 2026-12-20', '受け入れたもの 2027-01-31']);
});

test('the money of the year is suggested from sums, with the first titles by their day', async () => {
  const task = {
    ownerId: null,
    status: 'todo',
    costPlanned: 100_000,
    costSpent: 0,
    personDays: 0.5,
    aim: '',
    measuredBy: '',
    fiscalYear: 2026,
  };
  const { planner } = here.people;
  const days = ['2027-03-31', '2026-12-31', '2026-11-30', '2026-10-31', '2026-12-01'];
  for (const dueOn of days) await call(planner, 'POST', '/tasks', { ...task, title: dueOn, dueOn });
  const done = { ...task, title: '終わった', dueOn: '2026-06-30', status: 'done' };
  await call(planner, 'POST', '/tasks', done);
  await call(planner, 'POST', '/tasks', { ...task, title: 'ただ', dueOn: '2026-05-31', costPlanned: 0 });
  await call(planner, 'POST', '/tasks', { ...task, title: 'やめた', dueOn: '2026-05-31', status: 'dropped' });
  const { suggested } = await call<DecisionList>(planner, 'GET', '/decision-requests');
  expect(suggested.find(({ source }) => source === 'tasks/2026')).toMatchObject({
    title: '令和8年度の取り組み7件の予算を決める',
    cost: 600_000,
    matter: expect.stringContaining('費用が要るのは6件：「終わった」「2026-10-31」「2026-11-30」ほか3件。'),
    waiting: expect.stringContaining('令和8年10月31日'),
    takes: { effort: '3.5人日' },
  });
});
