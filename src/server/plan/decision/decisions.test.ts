import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Decided, DecisionList } from '#core/plan/decision/decision-contract.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { askedOf } from '#core/plan/decision/suggestion.ts';
import { submittedRun } from '../../app/testing/assessment-fixtures.ts';
import { askedByHand, askedRequest } from '../../app/testing/decision-fixtures.ts';
import { request } from '../../app/testing/request.ts';
import { answerAll, begunRun } from '../../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import {
  addMember,
  addSignedIn,
  addTestFacility,
  type TestFacility,
  type TestPerson,
} from '../../app/testing/world.ts';
import { withClient } from '../../platform/database/with-client.ts';

const start = new Date('2026-11-27T03:00:00Z');
let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
  server.clock.now = start;
});
afterEach(() => {
  server.clock.now = start;
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object) =>
  request(server, by, { method, path: `/facilities/${here.id}${path}`, ...(body && { body }) });
const list = async (by = here.people.executive) => (await call(by, 'GET', '/decision-requests')).body as DecisionList;
const choose = ({ id, revision }: DecisionRequest, over: object = {}, by = here.people.executive) =>
  call(by, 'POST', '/decisions', { requestId: id, revision, outcome: 'approved', reason: '', until: null, ...over });
const decided = async (after?: string) => {
  const { body } = await call(here.people.executive, 'GET', `/decisions${after ? `?after=${after}` : ''}`);
  return (body as { decisions: Decided[] }).decisions;
};
const titles = (part: readonly Pick<DecisionRequest, 'title'>[]) => part.map(({ title }) => title);
const standing = async () => {
  const { due, waiting } = await list();
  return { due: titles(due), waiting: titles(waiting), settled: titles((await decided()).map((one) => one.request)) };
};

test('what is asked is due until an executive decides it, under a number of the fiscal year', async () => {
  const first = await askedRequest(server, here);
  server.clock.now = new Date(start.getTime() + 1_000);
  const second = await askedRequest(server, here, { title: '任命する' });
  expect(await standing()).toEqual({ due: [first.title, second.title], waiting: [], settled: [] });
  expect(await choose(first, { reason: '今年度のうちに進める' })).toMatchObject({
    status: 201,
    body: { decisions: [{ fiscalYear: 2026, number: 1, outcome: 'approved', reason: '今年度のうちに進める' }] },
  });
  server.clock.now = new Date('2027-03-31T14:59:00Z');
  const third = await askedRequest(server, here, { title: '年度の終わり' });
  expect((await choose(second)).body).toMatchObject({ decisions: [{ fiscalYear: 2026, number: 2 }] });
  server.clock.now = new Date('2027-03-31T15:00:00Z');
  expect((await choose(third)).body).toMatchObject({ decisions: [{ fiscalYear: 2027, number: 1 }] });
  expect((await standing()).settled).toEqual(['年度の終わり', '任命する', first.title]);
});

test('executives who decide at once get numbers of their own, and no matter is decided twice', async () => {
  const other = await addSignedIn(server, '理事 一');
  await addMember(server, here.id, other.id, ['executive']);
  const matters = await Promise.all(
    Array.from({ length: 6 }, (_, place) => askedRequest(server, here, { title: `その${place}` })),
  );
  const tries = matters.flatMap((matter) => [choose(matter), choose(matter, {}, other)]);
  const replies = await Promise.all(tries);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([...Array(6).fill(201), ...Array(6).fill(409)]);
  const late = replies.filter(({ status }) => status === 409).map(({ body }) => body as { code: string; data: object });
  expect(new Set(late.map(({ code }) => code))).toEqual(new Set(['plan/request-decided']));
  expect(late[0]?.data).toMatchObject({ current: { decisions: [{ outcome: 'approved' }] } });
  expect((await decided()).map(({ decision }) => decision.number)).toEqual([6, 5, 4, 3, 2, 1]);
});

test('what is put off comes back on its day, and keeps both decisions', async () => {
  const matter = await askedRequest(server, here);
  expect(await choose(matter, { outcome: 'deferred' })).toMatchObject({ status: 400 });
  expect(await choose(matter, { outcome: 'deferred', until: '2026-11-27' })).toMatchObject({ status: 400 });
  expect(await choose(matter, { outcome: 'deferred', until: '2028-01-02' })).toMatchObject({ status: 400 });
  await choose(matter, { outcome: 'deferred', until: '2026-12-10', reason: '見積りを待つ' });
  expect(await standing()).toMatchObject({ due: [], waiting: [matter.title] });
  server.clock.now = new Date('2026-12-09T15:00:00Z');
  const [again] = (await list()).due;
  if (!again) throw new Error('it did not come back');
  expect((await choose(again)).body).toMatchObject({ decisions: [{ number: 1 }, { number: 2, outcome: 'approved' }] });
});

test('an accepted risk needs a last day and is to be decided anew after it; declining needs a reason', async () => {
  const risk = await askedRequest(server, here, { kind: 'risk-acceptance' });
  expect((await choose(risk)).body).toMatchObject({ data: { faults: [{ field: 'until' }] } });
  expect((await choose(risk, { outcome: 'declined', reason: ' ' })).body).toMatchObject({
    data: { faults: [{ field: 'reason' }] },
  });
  expect(await choose(risk, { until: '2027-03-31' })).toMatchObject({ status: 201 });
  server.clock.now = new Date('2027-03-31T03:00:00Z');
  expect((await list()).due).toEqual([]);
  server.clock.now = new Date('2027-04-01T03:00:00Z');
  expect((await list()).due).toMatchObject([{ decisions: [{ until: '2027-03-31' }] }]);
});

test('a request is changed and taken back until it is decided; of two changes the second is told what stands', async () => {
  const { planner } = here.people;
  const { id, revision } = await askedRequest(server, here);
  const { source: _, ...edit } = { ...askedByHand, title: '直した', revision };
  const path = `/decision-requests/${id}`;
  const changed = await call(planner, 'PUT', path, edit);
  expect(changed.body).toMatchObject({ title: '直した', revision: revision + 1 });
  expect(await call(planner, 'PUT', path, edit)).toMatchObject({
    status: 409,
    body: { code: 'plan/request-changed', data: { current: { title: '直した' } } },
  });
  expect(await choose({ ...(changed.body as DecisionRequest), revision })).toMatchObject({
    status: 409,
    body: { code: 'plan/request-changed' },
  });
  await choose(changed.body as DecisionRequest);
  expect(await call(planner, 'PUT', path, { ...edit, revision: revision + 2 })).toMatchObject({
    status: 409,
    body: { code: 'plan/request-decided' },
  });
  expect(await call(planner, 'DELETE', path)).toMatchObject({ status: 409, body: { code: 'plan/request-decided' } });
  const open = await askedRequest(server, here);
  expect(await call(planner, 'DELETE', `/decision-requests/${open.id}`)).toMatchObject({ status: 204 });
  expect(await call(planner, 'DELETE', `/decision-requests/${open.id}`)).toMatchObject({ status: 204 });
  expect(await standing()).toEqual({ due: [], waiting: [], settled: ['直した'] });
  expect(await choose(open)).toMatchObject({ status: 409, body: { code: 'plan/request-changed' } });
});

test('results, tasks and empty posts are suggested with a source, once as long as the request stands', async () => {
  const { planner, auditor } = here.people;
  await call(here.people['facility-administrator'], 'DELETE', `/members/${auditor.id}`);
  const run = (await submittedRun(server, here, 'planner')).split('/').at(-1);
  const task = {
    title: '認証を足す',
    ownerId: null,
    dueOn: '2026-12-31',
    status: 'todo',
    costPlanned: 500_000,
    costSpent: 0,
    personDays: 2,
    aim: '',
    measuredBy: '',
    fiscalYear: 2026,
  };
  await call(planner, 'POST', '/tasks', task);
  const { suggested, newest } = await list(planner);
  expect(newest).toEqual([
    {
      runId: run,
      fiscalYear: 2026,
      score: 2,
      weakAreas: 0,
      areas: 11,
      networkLevel: null,
      proven: null,
    },
  ]);
  expect(suggested.map(({ source }) => source)).toEqual([
    ...[1, 2, 3].map((place) => `result/${run}/${place}`),
    'tasks/2026',
    'appointment/auditor',
  ]);
  const money = suggested.find(({ source }) => source === 'tasks/2026');
  expect(money).toMatchObject({ kind: 'budget', cost: 500_000 });
  if (!money) throw new Error('The money of the tasks is not suggested.');
  const asMoney = { ...askedOf(money), source: money.source };
  const asked = await call(planner, 'POST', '/decision-requests', asMoney);
  expect(asked).toMatchObject({ status: 201, body: { source: 'tasks/2026', cost: 500_000 } });
  expect((await list(planner)).suggested.map(({ source }) => source)).not.toContain('tasks/2026');
  expect(await call(planner, 'POST', '/decision-requests', asMoney)).toMatchObject({
    status: 409,
    body: { code: 'plan/asked-already' },
  });
  await call(planner, 'DELETE', `/decision-requests/${(asked.body as DecisionRequest).id}`);
  expect((await list(planner)).suggested.map(({ source }) => source)).toContain('tasks/2026');
  expect((await call(planner, 'POST', '/decision-requests', { ...asMoney, source: 'tasks/1999' })).body).toMatchObject({
    data: { faults: [{ field: 'source' }] },
  });
});

test('executives alone decide, auditors read and are suggested nothing, others see nothing', async () => {
  const { planner, auditor, operator, staff } = here.people;
  const matter = await askedRequest(server, here);
  expect(await choose(matter, {}, planner)).toMatchObject({ status: 403 });
  expect(await list(auditor)).toMatchObject({ due: [{ title: matter.title }], suggested: [] });
  expect(await call(auditor, 'POST', '/decision-requests', askedByHand)).toMatchObject({ status: 403 });
  for (const by of [operator, staff]) {
    expect(await call(by, 'GET', '/decision-requests')).toMatchObject({ status: 403 });
    expect(await call(by, 'GET', '/decision-sheet')).toMatchObject({ status: 403 });
  }
});

test('a neighbour neither sees nor decides what is asked here', async () => {
  const matter = await askedRequest(server, here);
  const there = await addTestFacility(server, { name: '丘の上診療所', type: 'clinic', beds: null });
  const { executive, planner } = there.people;
  const at = `/facilities/${there.id}`;
  const body = { requestId: matter.id, revision: matter.revision, outcome: 'approved', reason: '', until: null };
  expect(await request(server, executive, { method: 'POST', path: `${at}/decisions`, body })).toMatchObject({
    status: 404,
  });
  const path = `${at}/decision-requests/${matter.id}`;
  expect(await request(server, planner, { method: 'DELETE', path })).toMatchObject({ status: 404 });
  expect((await request(server, executive, { method: 'GET', path: `${at}/decision-requests` })).body).toMatchObject({
    due: [],
  });
});

test('no decision can be changed or deleted by the server', async () => {
  await choose(await askedRequest(server, here));
  for (const statement of [
    `update decision set reason = 'x'`,
    'delete from decision',
    'delete from decision_request',
  ]) {
    await expect(
      withClient(server.database.app, (client) => client.query(statement)),
      statement,
    ).rejects.toThrow('permission denied');
  }
});

test('executives are told by letter that something waits; the asker and others are not', async () => {
  const { executive } = here.people;
  const other = await addSignedIn(server, '理事 一');
  await addMember(server, here.id, other.id, ['executive', 'planner']);
  const mails = () =>
    server.db.transaction().execute(async (tx) => {
      await sql`select set_config('app.facility_id', ${here.id}, true)`.execute(tx);
      const rows = await tx.selectFrom('mail').select(['kind', 'person_id', 'subject']).execute();
      return rows.map(({ kind, person_id, subject }) => [kind, person_id, subject]);
    });
  const byPlanner = await askedRequest(server, here);
  const first = [executive.id, other.id].map((id) => ['decision-asked', id, byPlanner.id]);
  expect((await mails()).toSorted()).toEqual(first.toSorted());
  const { id } = (await call(other, 'POST', '/decision-requests', askedByHand)).body as DecisionRequest;
  expect((await mails()).toSorted()).toEqual([...first, ['decision-asked', executive.id, id]].toSorted());
});

test('the page for the meeting is a PDF named after what it is', async () => {
  await askedRequest(server, here);
  const reply = await fetch(`${server.url}/api/v1/facilities/${here.id}/decision-sheet`, {
    headers: { cookie: here.people.auditor.cookie },
  });
  expect(reply.headers.get('content-type')).toBe('application/pdf');
  expect(decodeURIComponent(reply.headers.get('content-disposition') ?? '')).toContain(
    '経営者が決めること_みなと診療所.pdf',
  );
});

test('where a hospital has not listed when support ends, closing systems is suggested, until it is asked', async () => {
  const { planner } = here.people;
  const runId = await begunRun(server, here, 'hospital', planner);
  await answerAll(server, { facility: here, runId, sheetId: 'hospital', person: planner }, () => '1');
  await call(planner, 'POST', `/runs/${runId}/submission`);
  const closing = (await list(planner)).suggested.find(({ kind }) => kind === 'closing');
  if (!closing) throw new Error('closing is not suggested');
  expect(closing.source).toBe(`closing/${runId}`);
  const asked = await call(planner, 'POST', '/decision-requests', { ...askedOf(closing), source: closing.source });
  expect(asked).toMatchObject({ status: 201, body: { kind: 'closing' } });
  expect((await list(planner)).suggested.filter(({ kind }) => kind === 'closing')).toEqual([]);
});
