import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Year } from '#core/app/year/year-contract.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { riskEdit, treatmentEdit } from '../../risk/testing/risk-edits.ts';
import { askedRequest, reportedFinding } from '../testing/audit-fixtures.ts';
import { request } from '../testing/request.ts';
import { begunRun } from '../testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
let at: string;

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  at = `/facilities/${world.here.id}`;
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: unknown) =>
  request(server, by, { method, path: `${at}${path}`, ...(body !== undefined && { body }) });
const yearOf = async (by: TestPerson) => (await call(by, 'GET', '/year')).body as Year;
const step = async (id: string) => (await yearOf(world.here.people.planner)).steps.find((one) => one.id === id);

const task = (title: string, dueOn: string, ownerId: string | null) => ({
  fiscalYear: 2026,
  title,
  ownerId,
  dueOn,
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 1,
  aim: '',
  measuredBy: '',
});

test('a year in which nothing was done says so of each of its seven steps', async () => {
  const { steps, fiscalYear, dues } = await yearOf(world.here.people.staff);
  expect(fiscalYear).toBe(2026);
  expect(steps.map(({ id }) => id)).toEqual(['assess', 'plan', 'act', 'audit', 'drill', 'train', 'report']);
  expect(steps.every(({ state, suggested }) => state !== 'done' && suggested)).toBe(true);
  expect(dues).toEqual([]);
});

test('the day of a step is set within the fiscal year, and recorded', async () => {
  const { planner, operator } = world.here.people;
  for (const dueOn of ['2026-03-31', '2027-04-01']) {
    const refused = await call(planner, 'PUT', '/year', { step: 'drill', dueOn });
    expect(refused).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'dueOn' }] } } });
  }
  expect((await call(operator, 'PUT', '/year', { step: 'drill', dueOn: '2026-12-14' })).status).toBe(403);
  expect((await call(planner, 'PUT', '/year', { step: 'drill', dueOn: '2026-12-14' })).status).toBe(200);
  expect((await call(planner, 'PUT', '/year', { step: 'drill', dueOn: '2027-03-31' })).status).toBe(200);
  expect(await step('drill')).toMatchObject({ dueOn: '2027-03-31', suggested: false });
});

test('what is recorded at the clause of a step is its day; an instruction alone is not', async () => {
  const { executive, planner } = world.here.people;
  const clause = { clauseId: 'GOV7-3-15', note: '' };
  await call(executive, 'POST', '/clause-steps', { ...clause, step: 'instructed', after: 0 });
  expect((await step('drill'))?.state).not.toBe('done');
  await call(planner, 'POST', '/clause-steps', { ...clause, step: 'carried-out', after: 1 });
  expect(await step('drill')).toMatchObject({ state: 'done' });
});

test('what is due stands in one list, earliest first; staff see their own alone, a finished task is gone', async () => {
  const { planner, staff, executive } = world.here.people;
  const add = async (title: string, dueOn: string, ownerId: string | null) =>
    (await call(planner, 'POST', '/tasks', task(title, dueOn, ownerId))).body as { id: string; revision: number };
  await add('遠い取り組み', '2027-03-31', null);
  const done = await add('台帳を作る', '2026-12-01', staff.id);
  await add('VPN装置を更新する', '2026-11-20', planner.id);
  const clause = {
    clauseId: 'GOV7-1-04',
    revision: 0,
    ownerId: planner.id,
    dueOn: '2026-12-02',
    documents: '',
    undone: '',
  };
  await call(planner, 'PUT', '/clauses', clause);
  const asked = {
    kind: 'budget',
    title: '予算を決める',
    matter: '額',
    cost: null,
    effect: '進む',
    waiting: '止まる',
    neededBy: '2026-11-30',
    source: null,
  };
  await call(planner, 'POST', '/decision-requests', asked);
  const titlesFor = async (by: TestPerson) => (await yearOf(by)).dues.map(({ title }) => title);
  const all = ['VPN装置を更新する', '予算を決める', '台帳を作る', '1④ 患者などへの説明窓口を置く'];
  expect(await titlesFor(executive)).toEqual(all);
  expect(await titlesFor(staff)).toEqual(['台帳を作る']);
  const finished = { ...task('台帳を作る', '2026-12-01', staff.id), status: 'done' };
  const { fiscalYear: _, ...edit } = { ...finished, revision: done.revision };
  expect((await call(planner, 'PUT', `/tasks/${done.id}`, edit)).status).toBe(200);
  expect(await titlesFor(staff)).toEqual([]);
  expect(await step('act')).toMatchObject({ words: expect.stringMatching(/^3件中1件が終わった/) });
});

test('findings, requests of auditors, treatments, reviews and targets of the checklist stand in the list, each with its page', async () => {
  const own = await makeWorld(server);
  const { planner, operator, staff, auditor } = own.here.people;
  const by = (person: TestPerson, method: string, path: string, body?: unknown) =>
    request(server, person, { method, path: `/facilities/${own.here.id}${path}`, ...(body !== undefined && { body }) });
  await reportedFinding(server, own, 'planned');
  await askedRequest(server, own);
  const risk = (await by(planner, 'POST', '/risks', riskEdit)).body as { id: string; revision: number };
  const treated = { ...treatmentEdit, ownerId: operator.id, revision: risk.revision };
  expect(await by(planner, 'POST', `/risks/${risk.id}/treatments`, treated)).toMatchObject({ status: 201 });
  const document = { kind: 'policy', title: '方針', clauseIds: [], reviewOn: '2027-01-15' };
  const { id: regulationId } = (await by(planner, 'POST', '/regulations', document)).body as { id: string };
  const runId = await begunRun(server, own.here, 'checklist-institution', planner);
  const answers = [
    ['R7-H-1-01', { value: 'yes', confirmedOn: '2026-11-20', targetOn: null }],
    ['R7-H-2-01', { value: 'no', confirmedOn: '2026-11-20', targetOn: '2027-01-31' }],
  ] as const;
  for (const [itemId, marks] of answers) {
    const answer = { ...marks, note: '', revision: 0 };
    expect(await by(planner, 'PUT', `/runs/${runId}/answers/${itemId}`, answer)).toMatchObject({ status: 200 });
  }
  const { dues } = (await by(planner, 'GET', '/year')).body as Year;
  expect(dues.map(({ kind, owner, page }) => [kind, owner?.id ?? null, page])).toEqual([
    ['audit', auditor.id, expect.stringMatching(/^audits\//)],
    ['request', planner.id, expect.stringMatching(/^audits\//)],
    ['finding', operator.id, expect.stringMatching(/^audits\//)],
    ['treatment', operator.id, `risks/${risk.id}`],
    ['review', null, `regulations/${regulationId}`],
    ['target', planner.id, 'compliance'],
  ]);
  expect(((await by(staff, 'GET', '/year')).body as Year).dues).toEqual([]);
  const { rows } = await withClient(server.database.owner, (client) =>
    client.query(
      `select payload->>'kind' as kind, payload->>'personId' as setter from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'due.remind' and payload->>'facilityId' = $1 order by 1`,
      [own.here.id],
    ),
  );
  expect(rows).toEqual([
    { kind: 'audit', setter: null },
    { kind: 'audit', setter: null },
    { kind: 'finding', setter: null },
    { kind: 'request', setter: null },
    { kind: 'review', setter: planner.id },
    { kind: 'target', setter: null },
    { kind: 'treatment', setter: null },
  ]);
  expect(((await by(planner, 'GET', '/year')).body as Year).steps.find(({ id }) => id === 'audit')?.state).toBe('done');
});

test('of very many things due the first hundred are listed, and it says that there is more', async () => {
  const { planner } = world.here.people;
  for (let n = 0; n < 101; n += 1) await call(planner, 'POST', '/tasks', task(`仕事${n}`, '2026-12-03', null));
  const { dues, more } = await yearOf(planner);
  expect(dues).toHaveLength(100);
  expect(more).toBe(true);
});

test('what is the own stands first in a list of its own, behind however many; what is nobody’s only where one sees to it', async () => {
  const { planner, operator } = world.here.people;
  for (const [title, who] of [
    ['操作者の仕事', operator],
    ['計画者の仕事', planner],
  ] as const)
    await call(planner, 'POST', '/tasks', task(title, '2026-12-30', who.id));
  const titlesOf = ({ own }: Year) => own.map(({ title }) => title);
  expect(titlesOf(await yearOf(operator))).toContain('操作者の仕事');
  expect(titlesOf(await yearOf(operator)).filter((title) => title.startsWith('仕事'))).toEqual([]);
  const { dues, own } = await yearOf(planner);
  expect(dues.map(({ title }) => title)).not.toContain('計画者の仕事');
  expect(own).toHaveLength(100);
  const ofNobody = own.findIndex(({ owner }) => owner === null);
  expect(own.slice(0, ofNobody).map(({ title }) => title)).toContain('計画者の仕事');
  expect(own.slice(ofNobody).every(({ owner }) => owner === null)).toBe(true);
});
