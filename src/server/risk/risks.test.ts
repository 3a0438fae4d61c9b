import { afterAll, beforeAll, expect, test } from 'vitest';
import { decisionNumber } from '#core/plan/decision/decision.ts';
import type { Decided, DecisionList } from '#core/plan/decision/decision-contract.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import type { Risk } from '#core/risk/risk.ts';
import type { RiskSums } from '#core/risk/risk-contract.ts';
import { riskStates } from '#core/risk/risk-state.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';
import { estimateEdit, riskEdit, treatmentEdit } from './testing/risk-edits.ts';

const today = new Date('2026-11-21T03:00:00Z');
let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const added = async (edit: object = {}) =>
  (await call(world.here.people.planner, 'POST', '/risks', { ...riskEdit, ...edit })).body as Risk;
const read = async (id: string) => (await call(world.here.people.auditor, 'GET', `/risks/${id}`)).body as Risk;
const assess = (risk: Risk, part: object = {}, by = world.here.people.planner) =>
  call(by, 'PUT', `/risks/${risk.id}/estimate`, {
    revision: risk.revision,
    criteriaRevision: 0,
    ...estimateEdit,
    ...part,
  });
const sums = async () => (await call(world.here.people.auditor, 'GET', '/risk-sums')).body as RiskSums;
const acts = async (act: string) =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    return (await client.query('select detail from activity where facility_id = $1 and act = $2', [world.here.id, act]))
      .rows;
  });

test('a risk is added, estimated, treated and closed, and says after each where it stands', async () => {
  const { planner, operator } = world.here.people;
  const risk = await added({ ownerId: operator.id });
  expect(risk).toMatchObject({ number: 1, state: 'unassessed', level: 0, owner: { id: operator.id }, revision: 1 });
  const estimated = (await assess(risk)).body as Risk;
  expect(estimated).toMatchObject({ state: 'undecided', level: 15, levelAfter: 8, revision: 2 });
  const treat = { revision: 2, ...treatmentEdit };
  const treated = (await call(planner, 'POST', `/risks/${risk.id}/treatments`, treat)).body as Risk;
  expect(treated).toMatchObject({ state: 'treating', treatments: [{ what: '院内の網から切り離す', doneOn: null }] });
  const at = `/risks/${risk.id}/treatments/${treated.treatments[0]?.id}`;
  const done = { ...treatmentEdit, revision: treated.revision, doneOn: '2026-06-01' };
  expect(await call(planner, 'PUT', at, { ...done, doneOn: '2099-01-01' })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'doneOn' }] } },
  });
  const finished = (await call(planner, 'PUT', at, done)).body as Risk;
  expect(finished.state).toBe('treated');
  expect((await call(planner, 'DELETE', at)).body).toMatchObject({ state: 'undecided', treatments: [] });
  const { revision } = await read(risk.id);
  const closing = { revision, reason: '機器をなくした' };
  expect((await call(planner, 'PUT', `/risks/${risk.id}/closing`, closing)).body).toMatchObject({ state: 'closed' });
  const again = { revision: revision + 1, reason: null };
  expect((await call(planner, 'PUT', `/risks/${risk.id}/closing`, again)).body).toMatchObject({ state: 'undecided' });
  for (const act of ['risk.added', 'risk.assessed', 'risk.closed', 'risk.reopened', 'risk.treatment-removed']) {
    expect(await acts(act), act).toHaveLength(1);
  }
});

test('of two who change a risk the second is told, and nobody answers for it who is not a member', async () => {
  const { planner, operator, auditor, executive } = world.here.people;
  const risk = await added();
  const path = `/risks/${risk.id}`;
  const edit = { ...riskEdit, title: '直した', revision: 1 };
  expect(await call(planner, 'PUT', path, edit)).toMatchObject({ status: 200, body: { title: '直した' } });
  expect(await call(operator, 'PUT', path, { ...edit, title: '遅れた' })).toMatchObject({
    status: 409,
    body: { code: 'risk/changed', data: { current: { title: '直した' } } },
  });
  const stranger = { ...edit, revision: 2, ownerId: world.elsewhere.people.planner.id };
  expect(await call(planner, 'PUT', path, stranger)).toMatchObject({ body: { code: 'risk/owner-not-member' } });
  expect(await call(auditor, 'PUT', path, { ...edit, revision: 2 })).toMatchObject({ status: 403 });
  expect(await call(executive, 'PUT', path, { ...edit, revision: 2 })).toMatchObject({ status: 403 });
  const { elsewhere } = world;
  expect(await call(elsewhere.people.planner, 'GET', path, undefined, elsewhere)).toMatchObject({ status: 404 });
});

test('what remains is no more than there was without a word why, and both stand on the scale', async () => {
  const risk = await added();
  expect(await assess(risk, { after: { likelihood: 4, impact: 5 } })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'afterNote' }] } },
  });
  expect(await assess(risk, { criteriaRevision: 7 })).toMatchObject({ body: { code: 'risk/criteria-changed' } });
  expect(await assess(risk, { after: { likelihood: 4, impact: 5 }, afterNote: '機器が増えるため' })).toMatchObject({
    status: 200,
    body: { level: 15, levelAfter: 20 },
  });
});

const dueOf = async (risk: Risk) => {
  const { due } = (await call(world.here.people.executive, 'GET', '/decision-requests')).body as DecisionList;
  return due.find(({ source }) => source === `risk/${risk.id}`) as DecisionRequest;
};
const decide = async (risk: Risk, part: object = {}) => {
  const { id, revision } = await dueOf(risk);
  const body = { requestId: id, revision, outcome: 'approved', reason: '更新まで', until: '2026-12-31', ...part };
  return call(world.here.people.executive, 'POST', '/decisions', body);
};
const asked = async (until = '2026-12-31') => {
  const { planner } = world.here.people;
  const risk = (await assess(await added())).body as Risk;
  const body = { revision: risk.revision, reason: '更新は来年度', until };
  const answer = await call(planner, 'POST', `/risks/${risk.id}/acceptance`, body);
  expect(answer).toMatchObject({ status: 201, body: { state: 'asked', acceptance: { level: 8 } } });
  return answer.body as Risk;
};

test('executives accept what remains until a day, under a number; after it they are asked again', async () => {
  const risk = await asked();
  expect((await dueOf(risk)).matter).toContain('残る大きさ：8（注意）');
  expect(await decide(risk)).toMatchObject({ status: 201 });
  expect(await read(risk.id)).toMatchObject({
    state: 'accepted',
    acceptedUntil: '2026-12-31',
    acceptance: {
      decided: { outcome: 'approved', until: '2026-12-31', number: expect.stringMatching(/^令和8年度 第\d+号$/) },
    },
  });
  server.clock.now = new Date('2026-12-31T14:59:00Z');
  expect((await read(risk.id)).state).toBe('accepted');
  server.clock.now = new Date('2026-12-31T15:01:00Z');
  expect(await read(risk.id)).toMatchObject({ state: 'lapsed', acceptedUntil: null });
  expect(await dueOf(risk)).toMatchObject({ decisions: [{ outcome: 'approved' }] });
  await decide(risk, { until: '2027-03-31' });
  expect((await read(risk.id)).state).toBe('accepted');
  server.clock.now = today;
});

test('where more remains than was accepted the executives are asked anew, and less asks nobody', async () => {
  const risk = await asked();
  await decide(risk);
  const less = (await assess(await read(risk.id), { after: { likelihood: 1, impact: 4 } })).body as Risk;
  expect(less.state).toBe('accepted');
  const more = (await assess(less, { after: { likelihood: 3, impact: 4 } })).body as Risk;
  expect(more).toMatchObject({ state: 'asked', acceptance: { level: 12, decided: null } });
  expect((await dueOf(risk)).matter).toContain('残る大きさ：12（注意）');
  await decide(risk, { outcome: 'declined', until: null });
  const declined = await read(risk.id);
  expect(declined.state).toBe('refused');
  expect((await assess(declined, { after: { likelihood: 3, impact: 5 } })).body).toMatchObject({ state: 'refused' });
});

test('a risk that changes under its acceptance is accepted no more until the executives decide; a slip of the pen changes nothing', async () => {
  const { planner } = world.here.people;
  const first = (await assess(await added())).body as Risk;
  const treat = { revision: first.revision, ...treatmentEdit, doneOn: '2026-06-01' };
  const treated = (await call(planner, 'POST', `/risks/${first.id}/treatments`, treat)).body as Risk;
  const path = `/risks/${first.id}`;
  const asking = { revision: treated.revision, reason: '更新は来年度', until: '2026-12-31' };
  await call(planner, 'POST', `${path}/acceptance`, asking);
  await decide(first);
  const edit = async (part: object) => {
    const { revision } = await read(first.id);
    return (await call(planner, 'PUT', path, { ...riskEdit, ...part, revision })).body as Risk;
  };
  expect(await edit({ weakness: ' OSの保守が終わっている。', outageHours: 48, ownerId: planner.id })).toMatchObject({
    state: 'accepted',
    acceptance: { changed: null },
  });
  const number = (await read(first.id)).acceptance?.decided?.number ?? '';
  expect(number).not.toBe('');
  expect(await edit({ patients: 900 })).toMatchObject({
    state: 'asked',
    acceptedUntil: null,
    acceptance: { decided: null, reason: '更新は来年度', changed: { number, parts: ['patients'] } },
  });
  expect((await dueOf(first)).matter).toContain(`${number}で受け入れたあとに変わったこと：影響する患者の数。`);
  const at = `${path}/treatments/${treated.treatments[0]?.id}`;
  expect((await call(planner, 'DELETE', at)).body).toMatchObject({
    state: 'asked',
    acceptance: { changed: { number, parts: ['patients', 'treatments'] } },
  });
  expect(await acts('risk.acceptance-asked-anew')).toEqual(
    expect.arrayContaining([{ detail: { parts: 'patients' } }, { detail: { parts: 'treatments' } }]),
  );
  const { due } = (await call(world.here.people.executive, 'GET', '/decision-requests')).body as DecisionList;
  expect(due.filter(({ source }) => source === `risk/${first.id}`)).toHaveLength(1);
  const said = (await call(world.here.people.executive, 'GET', '/decisions')).body as { decisions: Decided[] };
  expect(said.decisions.map(({ decision }) => decisionNumber(decision))).toContain(number);
  await decide(first);
  expect(await read(first.id)).toMatchObject({ state: 'accepted' });
  expect(await edit({ patients: 900 })).toMatchObject({ state: 'accepted' });
});

test('accepting is given up, and only estimated risks that are open are put before the executives', async () => {
  const { planner, operator } = world.here.people;
  const risk = await asked();
  expect((await call(planner, 'DELETE', `/risks/${risk.id}/acceptance`)).body).toMatchObject({ state: 'undecided' });
  expect(await dueOf(risk)).toBeUndefined();
  const body = { reason: '更新は来年度', until: '2026-12-31' };
  const fresh = await added();
  const path = `/risks/${fresh.id}/acceptance`;
  expect(await call(planner, 'POST', path, { ...body, revision: 1 })).toMatchObject({
    body: { code: 'risk/not-assessed' },
  });
  expect(await call(operator, 'POST', path, { ...body, revision: 1 })).toMatchObject({ status: 403 });
  expect(await call(planner, 'POST', path, { ...body, revision: 1, until: '2020-01-01' })).toMatchObject({
    status: 400,
  });
  const closed = await asked();
  const closing = { revision: closed.revision, reason: '機器をなくした' };
  await call(planner, 'PUT', `/risks/${closed.id}/closing`, closing);
  expect(await dueOf(closed)).toBeUndefined();
  const late = { ...body, revision: (await read(closed.id)).revision };
  expect(await call(planner, 'POST', `/risks/${closed.id}/acceptance`, late)).toMatchObject({
    body: { code: 'risk/closed' },
  });
});

/** A risk in every state there is, by the end of the year. */
async function everyState(): Promise<void> {
  const { planner } = world.here.people;
  await added();
  await assess(await added());
  for (const doneOn of [null, '2026-06-01']) {
    const risk = (await assess(await added())).body as Risk;
    const treatment = { revision: risk.revision, ...treatmentEdit, doneOn };
    await call(planner, 'POST', `/risks/${risk.id}/treatments`, treatment);
  }
  await asked();
  await decide(await asked(), { until: '2027-03-31' });
  await decide(await asked(), { until: '2026-12-31' });
  await decide(await asked(), { outcome: 'deferred', until: '2026-12-31' });
  await decide(await asked(), { outcome: 'declined', until: null });
  const over = await added();
  await call(planner, 'PUT', `/risks/${over.id}/closing`, { revision: 1, reason: 'なくなった' });
}

test('the list and the sums tell of every state what each risk tells of itself', async () => {
  await everyState();
  server.clock.now = new Date('2027-01-01T03:00:00Z');
  const { states, before } = await sums();
  expect(states.map(({ state }) => state).toSorted()).toEqual([...riskStates].toSorted());
  const listed = async (query: string) =>
    ((await call(world.here.people.auditor, 'GET', `/risks?basis=before&${query}`)).body as { risks: Risk[] }).risks;
  for (const { state, risks } of states) {
    const lines = await listed(`state=${state}`);
    expect(
      lines.map((line) => line.state),
      state,
    ).toEqual(Array(risks).fill(state));
    for (const { id } of lines) expect((await read(id)).state).toBe(state);
  }
  const cell = before.find(({ likelihood, impact }) => likelihood === 3 && impact === 5);
  expect(cell?.risks).toBeGreaterThan(5);
  expect(await listed('likelihood=3&impact=5')).toHaveLength(cell?.risks ?? 0);
  expect(await listed('band=urgent')).toHaveLength(cell?.risks ?? 0);
  expect(await listed('band=calm')).toEqual([]);
  server.clock.now = today;
});
