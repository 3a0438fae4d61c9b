import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Year } from '#core/app/year/year-contract.ts';
import type { ClauseRegister, ClauseView } from '#core/compliance/clause/clause-record.ts';
import type { Decided, DecisionList } from '#core/plan/decision/decision-contract.ts';
import { request } from '../../app/testing/request.ts';
import { answerAll, begunRun } from '../../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { withClient } from '../../platform/database/with-client.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const register = async (by = world.here.people.auditor) => (await call(by, 'GET', '/clauses')).body as ClauseRegister;
const all = ({ parts }: ClauseRegister) => parts.flatMap(({ clauses }) => clauses);
const clause = async (id: string) => all(await register()).find((one) => one.id === id) as ClauseView;
const step = (by: TestPerson, clauseId: string, name: string, after: number, note = '') =>
  call(by, 'POST', '/clause-steps', { clauseId, step: name, note, after });
const edit = { clauseId: 'GOV7-3-08', ownerId: null, dueOn: '2026-12-31', documents: '対策一覧', undone: '' };

test('all 52 clauses stand there before anybody began, in their chapters', async () => {
  const [{ guideline, clauses } = expect.fail()] = (await register()).parts;
  expect(guideline).toMatchObject({ id: 'GOV7', version: '7.0' });
  expect(clauses).toHaveLength(52);
  expect(clauses[0]).toMatchObject({
    label: '1①',
    chapter: { no: 1 },
    steps: [],
    revision: 0,
    owner: null,
    sign: null,
  });
});

test('executives instruct, others carry out and report, executives follow up; every step is kept with its person', async () => {
  const { executive, planner, operator } = world.here.people;
  expect(await step(planner, 'GOV7-3-08', 'instructed', 0)).toMatchObject({ status: 403 });
  expect(await step(executive, 'GOV7-3-08', 'instructed', 0, '今年度のうちに')).toMatchObject({ status: 201 });
  expect(await step(executive, 'GOV7-3-08', 'carried-out', 1)).toMatchObject({ status: 403 });
  await step(operator, 'GOV7-3-08', 'carried-out', 1);
  await step(planner, 'GOV7-3-08', 'reported', 2);
  await step(executive, 'GOV7-3-08', 'followed-up', 3);
  const { steps } = await clause('GOV7-3-08');
  expect(steps.map((one) => [one.step, one.doneBy.id])).toEqual([
    ['followed-up', executive.id],
    ['reported', planner.id],
    ['carried-out', operator.id],
    ['instructed', executive.id],
  ]);
  expect(steps[3]).toMatchObject({ note: '今年度のうちに' });
});

test('of two who do a step at once one is told what stands, and no step is left out', async () => {
  const { executive, planner } = world.here.people;
  const replies = await Promise.all([1, 2, 3].map(() => step(executive, 'GOV7-1-02', 'instructed', 0)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  const late = replies.find(({ status }) => status === 409);
  expect(late).toMatchObject({
    body: { code: 'compliance/clause-changed', data: { current: { steps: [{ step: 'instructed' }] } } },
  });
  expect(await step(planner, 'GOV7-1-02', 'reported', 1)).toMatchObject({ status: 409 });
});

test('who sees to a clause, by when, its documents and why it is not kept are written, the late one is told', async () => {
  const { planner, operator, auditor } = world.here.people;
  const full = { ...edit, ownerId: operator.id, undone: ' 予算がないため ', revision: 0 };
  expect(await call(planner, 'PUT', '/clauses', full)).toMatchObject({ status: 200, body: { revision: 1 } });
  expect(await clause('GOV7-3-08')).toMatchObject({
    owner: { id: operator.id },
    dueOn: '2026-12-31',
    documents: '対策一覧',
    undone: '予算がないため',
  });
  expect(await call(planner, 'PUT', '/clauses', full)).toMatchObject({
    status: 409,
    body: { code: 'compliance/clause-changed', data: { current: { revision: 1 } } },
  });
  const stranger = { ...full, revision: 1, ownerId: world.elsewhere.people.planner.id };
  expect(await call(planner, 'PUT', '/clauses', stranger)).toMatchObject({
    status: 409,
    body: { code: 'compliance/owner-not-member' },
  });
  expect(await call(auditor, 'PUT', '/clauses', { ...full, revision: 1 })).toMatchObject({ status: 403 });
  const none = { ...full, clauseId: 'GOV7-9-01', revision: 0 };
  expect(await call(planner, 'PUT', '/clauses', none)).toMatchObject({ status: 404 });
});

test('why a clause is not kept is put before the executives once a year, and their decision stands at it', async () => {
  const { planner, operator, executive } = world.here.people;
  const at = { clauseId: 'GOV7-3-16', revision: 0 };
  const asking = (revision: number, by = planner) =>
    call(by, 'POST', '/clause-decisions', { clauseId: at.clauseId, revision });
  expect(await asking(0)).toMatchObject({ status: 409, body: { code: 'compliance/nothing-undone' } });
  await call(planner, 'PUT', '/clauses', { ...edit, ...at, undone: '事業者が見つからないため'.repeat(80) });
  expect(await asking(0)).toMatchObject({ status: 409, body: { code: 'compliance/clause-changed' } });
  expect(await asking(1, operator)).toMatchObject({ status: 403 });
  expect(await asking(1)).toMatchObject({ status: 201, body: { asked: { state: 'due', decided: null } } });
  expect(await asking(1)).toMatchObject({ status: 409, body: { code: 'plan/asked-already' } });
  const { due } = (await call(executive, 'GET', '/decision-requests')).body as DecisionList;
  const matter = due.find(({ source }) => source === 'clause/GOV7-3-16');
  expect(matter?.matter).toContain('3⑯');
  const decision = {
    requestId: matter?.id,
    revision: matter?.revision,
    outcome: 'declined',
    reason: '別の事業者を探す',
    until: null,
  };
  expect(await call(executive, 'POST', '/decisions', decision)).toMatchObject({ status: 201 });
  expect((await clause('GOV7-3-16')).asked).toMatchObject({
    state: 'settled',
    decided: { outcome: 'declined', reason: '別の事業者を探す' },
  });
});

test('a clause whose reason the executives have accepted is due no more this year', async () => {
  const { planner, executive } = world.here.people;
  const due = async () => ((await call(planner, 'GET', '/year')).body as Year).dues.map(({ id }) => id);
  const at = { ...edit, clauseId: 'GOV7-3-17', dueOn: '2026-04-02' };
  const written = { ...at, revision: 0, undone: '更新の契約を待っているため' };
  expect(await call(planner, 'PUT', '/clauses', written)).toMatchObject({ status: 200 });
  expect(await due()).toContain('GOV7-3-17');
  await call(planner, 'POST', '/clause-decisions', { clauseId: 'GOV7-3-17', revision: 1 });
  const list = (await call(executive, 'GET', '/decision-requests')).body as DecisionList;
  const asked = list.due.find(({ source }) => source === 'clause/GOV7-3-17');
  expect(await due()).toContain('GOV7-3-17');
  const decision = { requestId: asked?.id, revision: asked?.revision, outcome: 'approved', reason: '', until: null };
  expect(await call(executive, 'POST', '/decisions', decision)).toMatchObject({ status: 201 });
  expect(await due()).not.toContain('GOV7-3-17');
  await call(planner, 'PUT', '/clauses', { ...at, revision: 1, undone: '' });
  expect(await due()).toContain('GOV7-3-17');
});

test('what the executives say holds for the reason they were asked of: another takes it back and can be asked', async () => {
  const { planner, executive } = world.here.people;
  const at = { ...edit, clauseId: 'GOV7-3-04', dueOn: '2026-04-02' };
  const write = async (undone: string) => {
    const { revision } = await clause('GOV7-3-04');
    expect(await call(planner, 'PUT', '/clauses', { ...at, undone, revision })).toMatchObject({ status: 200 });
  };
  const ask = async () => {
    const { revision } = await clause('GOV7-3-04');
    return call(planner, 'POST', '/clause-decisions', { clauseId: 'GOV7-3-04', revision });
  };
  const list = async () => (await call(executive, 'GET', '/decision-requests')).body as DecisionList;
  const standing = async () =>
    (await list()).due.find(({ source }) => source === 'clause/GOV7-3-04') ?? expect.fail('not asked');
  const say = async (outcome: 'approved' | 'declined') => {
    const { id: requestId, revision } = await standing();
    const reason = outcome === 'declined' ? '年内に対応させる' : '';
    const body = { requestId, revision, outcome, reason, until: null };
    expect(await call(executive, 'POST', '/decisions', body)).toMatchObject({ status: 201 });
  };
  const due = async () => ((await call(planner, 'GET', '/year')).body as Year).dues.map(({ id }) => id);

  await write('見積りを待っているため');
  expect(await ask()).toMatchObject({ status: 201 });
  const { id: requestId, revision, kind, title, cost, effect, waiting, neededBy } = await standing();
  expect({ kind, title }).toEqual({
    kind: 'clause-undone',
    title: 'ガイドライン経営管理編 3④ができない理由を認める',
  });
  const reworded = { kind, title, matter: '別の理由', cost, effect, waiting, neededBy, revision };
  expect(await call(planner, 'PUT', `/decision-requests/${requestId}`, reworded)).toMatchObject({
    status: 409,
    body: { code: 'plan/request-bound' },
  });

  await say('declined');
  expect(await due()).toContain('GOV7-3-04');
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'plan/asked-already' } });
  await write('見積りを待っているため、来年度の予算に入れた');
  expect((await clause('GOV7-3-04')).asked).toBeNull();
  expect(await ask()).toMatchObject({ status: 201 });
  expect((await standing()).matter).toMatch(/^前の決定：.*「認めなかった（対応させる）」。/);

  await say('approved');
  expect(await due()).not.toContain('GOV7-3-04');
  await write('見積りを待っているため来年度の予算に入れた。');
  expect(await due()).not.toContain('GOV7-3-04');
  await write('人がいないため');
  expect(await due()).toContain('GOV7-3-04');
  expect((await clause('GOV7-3-04')).asked).toBeNull();
  await write('見積りを待っているため来年度の予算に入れた。');
  expect(await due()).toContain('GOV7-3-04');
  const { decisions } = (await call(executive, 'GET', '/decisions')).body as { decisions: Decided[] };
  const same = decisions.filter(({ request: { title } }) => title === decisions[0]?.request.title);
  expect(new Set(same.map(({ request }) => request.id)).size).toBe(2);
});

test('submitted answers say of a clause whether it is kept, and by which questions', async () => {
  const { here } = world;
  const person = here.people.planner;
  const runId = await begunRun(server, here, 'hospital', person);
  await answerAll(server, { facility: here, runId, sheetId: 'hospital', person });
  expect(await call(person, 'POST', `/runs/${runId}/submission`)).toMatchObject({ status: 200 });
  const told = (await register()).parts[0]?.clauses.filter(({ sign }) => sign !== null);
  expect(told?.length).toBeGreaterThan(0);
  for (const { sign } of told ?? []) expect(sign?.kept).toBe(sign?.from.every(({ speaksAgainst }) => !speaksAgainst));
});

test('a new round begins without the day of the one before, unless that is still ahead', async () => {
  const { executive, planner } = world.here.people;
  const round = async (clauseId: string, dueOn: string) => {
    await call(planner, 'PUT', '/clauses', { ...edit, clauseId, dueOn, revision: 0 });
    const steps = ['instructed', 'carried-out', 'reported', 'followed-up', 'instructed'] as const;
    for (const [after, one] of steps.entries()) {
      const by = one === 'instructed' || one === 'followed-up' ? executive : planner;
      expect(await step(by, clauseId, one, after)).toMatchObject({ status: 201 });
    }
    return (await clause(clauseId)).dueOn;
  };
  expect(await round('GOV7-2-02', '2020-01-01')).toBeNull();
  expect(await round('GOV7-2-03', '2099-12-31')).toBe('2099-12-31');
});

test('a neighbour sees nothing of it, and no step can be changed by the server', async () => {
  const { elsewhere } = world;
  const theirs = (await call(elsewhere.people.executive, 'GET', '/clauses', undefined, elsewhere))
    .body as ClauseRegister;
  expect(all(theirs).every(({ steps, revision }) => steps.length === 0 && revision === 0)).toBe(true);
  for (const statement of [
    `update clause_step set note = 'x'`,
    'delete from clause_step',
    'delete from clause_record',
  ]) {
    await expect(withClient(server.database.app, (client) => client.query(statement))).rejects.toThrow(
      'permission denied',
    );
  }
});

test('the chapters of the other parts are kept as lines of the same register, instructed by the planner where operators act', async () => {
  const { planner, operator, executive } = world.here.people;
  const [, ...parts] = (await register()).parts;
  expect(parts.map(({ guideline: { id, version }, clauses }) => [id, version, clauses.length])).toEqual([
    ['PLN6', '6.0', 16],
    ['OPS6', '6.0', 18],
  ]);
  const full = { ...edit, clauseId: 'PLN6-04', revision: 0, ownerId: planner.id };
  expect(await call(planner, 'PUT', '/clauses', full)).toMatchObject({ status: 200, body: { label: '4章' } });
  expect((await clause('PLN6-04')).points[0]).toBe('①規程を整え経営層承認');
  expect(await step(planner, 'PLN6-04', 'instructed', 0)).toMatchObject({ status: 403 });
  expect(await step(executive, 'PLN6-04', 'instructed', 0)).toMatchObject({ status: 201 });
  expect(await step(planner, 'OPS6-14', 'instructed', 0)).toMatchObject({ status: 201 });
  expect(await step(operator, 'OPS6-14', 'carried-out', 1)).toMatchObject({ status: 201 });
});
