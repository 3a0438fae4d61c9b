import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Decided, DecisionList } from '#core/plan/decision/decision-contract.ts';
import { correctionPlan, reportedFinding } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { dueOfFinding, escalated } from './testing/escalated.ts';

let server: TestServer;
let world: World;
/** A finding the operator has planned, due on 31 December. */
let finding: string;
let revision: number;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  world = await makeWorld(server);
  finding = await reportedFinding(server, world, 'planned');
  revision = 2;
});

async function step(by: TestPerson, method: string, path: string, body: object): Promise<void> {
  const reply = await request(server, by, { method, path: `${finding}${path}`, body: { ...body, revision } });
  expect(reply.status).toBe(200);
  revision += 1;
}
const plan = (dueOn: string) => {
  const { operator } = world.here.people;
  return step(operator, 'PUT', '', { ...correctionPlan, ownerId: operator.id, dueOn });
};
const correct = () => step(world.here.people.operator, 'POST', '/correction', { correction: '直した' });
const verify = (how: 'closed' | 'sent-back') =>
  step(world.here.people.auditor, 'POST', '/verification', { step: how, verdict: '見た' });
const becomesLate = async () => escalated(server, await dueOfFinding(server, finding));

const list = async () => {
  const path = `/facilities/${world.here.id}/decision-requests`;
  return (await request(server, world.here.people.executive, { method: 'GET', path })).body as DecisionList;
};
const outcomes = async () => {
  const path = `/facilities/${world.here.id}/decisions`;
  const { body } = await request(server, world.here.people.executive, { method: 'GET', path });
  return (body as { decisions: Decided[] }).decisions.map(({ decision }) => decision.outcome);
};
/** The last days of what stands before the executives. */
const asked = async () => (await list()).due.map(({ source }) => source?.split('/').at(-1));

async function decide(outcome: 'approved' | 'deferred', until: string | null): Promise<void> {
  const [due] = (await list()).due;
  const body = { requestId: due?.id, revision: due?.revision, outcome, reason: '', until };
  const path = `/facilities/${world.here.id}/decisions`;
  expect((await request(server, world.here.people.executive, { method: 'POST', path, body })).status).toBe(201);
}

test('a late finding leaves the page of the executives once it is closed, and not while it only waits for the auditor', async () => {
  await becomesLate();
  await correct();
  expect(await asked()).toEqual(['2026-12-31']);
  await verify('closed');
  expect(await asked()).toEqual([]);
});

test('a late finding leaves the page once its day is moved, and comes back in one place when that day has passed too', async () => {
  await becomesLate();
  await plan('2026-12-31');
  expect(await asked()).toEqual(['2026-12-31']);
  await plan('2027-01-31');
  expect(await asked()).toEqual([]);
  await becomesLate();
  await becomesLate();
  expect(await asked()).toEqual(['2027-01-31']);
});

test('what nobody has looked at takes the place of what was late before, and what is sent back late that of it', async () => {
  await becomesLate();
  await correct();
  const { dueOn } = await dueOfFinding(server, finding);
  await becomesLate();
  expect(await asked()).toEqual([dueOn]);
  await verify('sent-back');
  expect(await asked()).toEqual([]);
  await becomesLate();
  expect(await asked()).toEqual(['2026-12-31']);
});

test('what the executives have put off goes with the finding, and what they have decided stays', async () => {
  await becomesLate();
  await decide('deferred', '2027-03-01');
  await plan('2027-01-31');
  expect(await list()).toMatchObject({ due: [], waiting: [] });
  expect(await outcomes()).toEqual(['deferred']);
  await becomesLate();
  await decide('approved', null);
  await correct();
  await verify('closed');
  expect(await list()).toMatchObject({ due: [], waiting: [] });
  expect(await outcomes()).toEqual(['approved', 'deferred']);
});
