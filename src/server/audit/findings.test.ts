import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditView } from '#core/audit/audit.ts';
import type { Finding } from '#core/audit/finding.ts';
import { lateFrom } from '#core/audit/late-request.ts';
import type { Established } from '#core/evidence/established.ts';
import type { DecisionList } from '#core/plan/decision/decision-contract.ts';
import { begunAudit, concludedAudit, correctionPlan, reportedFinding } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { offered } from '../app/testing/support-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addMember, addSignedIn, makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { withClient } from '../platform/database/with-client.ts';
import { readWorkbook } from '../platform/documents/read-workbook.ts';
import { png } from '../platform/files/testing/sample-files.ts';
import { escalateFinding } from './escalate-finding.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
const catalogue = loadCatalogue();

const call = (by: TestPerson, method: string, path: string, body?: object) =>
  request(server, by, { method, path, ...(body && { body }) });
const here = (path: string) => `/facilities/${world.here.id}${path}`;

test('an audit is reported by who leads it, once everything is concluded; then nothing of it changes', async () => {
  world = await makeWorld(server);
  const { auditor, planner } = world.here.people;
  const run = await begunAudit(server, world);
  const { subjectId } = (await call(auditor, 'GET', run)).body as { subjectId: string };
  const at = here(`/audits/${subjectId}`);
  const opinion = { opinion: 'おおむね良い' };
  expect(await call(auditor, 'POST', `${at}/report`, opinion)).toMatchObject({
    status: 409,
    body: { code: 'audit/not-concluded', data: { items: [{ id: 'S1', lacking: 'value' }] } },
  });
  const answer = { value: '1', note: '', revision: 0, conclusion: 'major' };
  await call(auditor, 'PUT', `${run}/answers/S1`, answer);
  expect(await call(auditor, 'POST', `${at}/report`, opinion)).toMatchObject({
    body: { data: { items: [{ lacking: 'reason' }] } },
  });
  await call(auditor, 'PUT', `${run}/answers/S1`, { ...answer, note: '責任者が決まっていない', revision: 1 });
  expect(await call(auditor, 'POST', `${at}/report`, opinion)).toMatchObject({
    status: 200,
    body: {
      state: 'reported',
      opinion: 'おおむね良い',
      openFindings: 1,
      findings: [
        { conclusion: 'major', statement: '責任者が決まっていない', state: 'open', place: { item: { id: 'S1' } } },
      ],
    },
  });
  expect(await call(auditor, 'POST', `${at}/report`, opinion)).toMatchObject({ body: { code: 'audit/reported' } });
  expect(await call(auditor, 'PUT', `${run}/answers/S1`, { ...answer, revision: 2 })).toMatchObject({
    body: { code: 'sheet/run-locked' },
  });
  expect(await call(planner, 'GET', run)).toMatchObject({ status: 200, body: { status: 'submitted' } });
  expect(await call(planner, 'GET', `${run}/result`)).toMatchObject({ status: 404 });
  expect((await call(planner, 'GET', here('/runs'))).body).toEqual([]);
});

test('what an audit established stands beside what was claimed, and says how far the claims hold', async () => {
  world = await makeWorld(server);
  const { planner, auditor, operator } = world.here.people;
  const runId = await begunRun(server, world.here, 'small-facility', planner);
  await answerAll(server, { facility: world.here, runId, sheetId: 'small-facility', person: planner }, () => '3');
  await call(planner, 'POST', here(`/runs/${runId}/submission`));
  expect((await call(operator, 'GET', here('/established-values'))).body).toEqual([]);
  const reply = await call(auditor, 'POST', `${await concludedAudit(server, world)}/report`, { opinion: '良い' });
  const { id, veracity } = reply.body as AuditView;
  const values = (await call(operator, 'GET', here('/established-values'))).body as Established[];
  const scope = ['support-sheet', 'support-result'];
  await offered(server, world, { scope });
  const supporter = world.network.people.supporter;
  expect(await call(supporter, 'GET', here('/established-values'))).toMatchObject({ status: 200, body: [] });
  expect(values).toEqual([
    { itemId: 'S1', kind: 'audited', value: '1', claimed: '3', sourceId: id, on: expect.any(String) },
  ]);
  const report = await call(operator, 'GET', here(`/runs/${runId}/report.xlsx`));
  const reading = await readWorkbook(report.body as Uint8Array<ArrayBuffer>);
  const tab = 'sheets' in reading ? reading.sheets.find(({ name }) => name === '確かめた値') : undefined;
  expect(tab?.rows[1]?.slice(0, 4)).toEqual([
    'S1',
    expect.any(String),
    expect.stringMatching(/^3 /),
    expect.stringMatching(/^1 /),
  ]);
  const found = { compared: 1, same: 0, overstated: 1, understated: 0, share: 0, difference: 2 };
  expect(veracity).toMatchObject({
    overall: found,
    areas: [{ id: 'S1', ...found }],
    years: [{ auditId: id, ...found }],
    overYears: [{ id: 'S1', years: [{ fiscalYear: 2026, ...found }] }],
  });
});

test('a finding goes from its plan over its correction with proof to the auditor who sends it back or closes it', async () => {
  world = await makeWorld(server);
  const { auditor, operator, staff, executive } = world.here.people;
  const at = await reportedFinding(server, world);
  const plan = { ...correctionPlan, ownerId: operator.id };
  const correction = { correction: '書き直した' };
  expect(await call(operator, 'POST', `${at}/correction`, { ...correction, revision: 1 })).toMatchObject({
    body: { code: 'audit/correction-not-planned' },
  });
  for (const ownerId of [staff.id, world.elsewhere.people.operator.id]) {
    expect(await call(operator, 'PUT', at, { ...plan, ownerId, revision: 1 })).toMatchObject({
      body: { code: 'audit/owner-not-able' },
    });
  }
  expect(await call(executive, 'PUT', at, { ...plan, revision: 1 })).toMatchObject({ status: 403 });
  expect(await call(operator, 'PUT', at, { ...plan, revision: 1 })).toMatchObject({ status: 200 });
  expect(await call(operator, 'PUT', at, { ...plan, revision: 1 })).toMatchObject({
    body: { code: 'audit/finding-changed', data: { current: { revision: 2 } } },
  });
  expect(await call(operator, 'POST', `${at}/correction`, { ...correction, revision: 2 })).toMatchObject({
    body: { code: 'audit/no-evidence' },
  });
  const closing = { step: 'closed', verdict: '確かめた', revision: 2 };
  expect(await call(auditor, 'POST', `${at}/verification`, closing)).toMatchObject({
    body: { code: 'audit/finding-settled' },
  });
});

test('only an auditor of the team closes a finding, and with the last one the audit is closed', async () => {
  world = await makeWorld(server);
  const { auditor, operator } = world.here.people;
  const other = await addSignedIn(server, '別の監査人');
  await addMember(server, world.here.id, other.id, ['auditor']);
  const at = await reportedFinding(server, world, 'corrected');
  const verdict = { step: 'sent-back', verdict: '日付がない', revision: 3 };
  expect(await call(other, 'POST', `${at}/verification`, verdict)).toMatchObject({
    status: 403,
    body: { code: 'audit/not-of-team' },
  });
  expect(await call(operator, 'POST', `${at}/verification`, verdict)).toMatchObject({ status: 403 });
  const back = (await call(auditor, 'POST', `${at}/verification`, verdict)).body as Finding;
  expect(back).toMatchObject({ state: 'open', verdict: '日付がない', verifiedBy: { id: auditor.id } });
  await call(operator, 'POST', `${at}/correction`, { correction: '日付も書いた', revision: 4 });
  const closed = await call(auditor, 'POST', `${at}/verification`, { step: 'closed', verdict: '見た', revision: 5 });
  expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } });
  expect((await call(operator, 'GET', here(`/audits/${back.auditId}`))).body).toMatchObject({
    state: 'closed',
    openFindings: 0,
  });
});

const waiting = async (findingId: string) =>
  (
    await withClient(server.database.owner, (client) =>
      client.query<{ run_at: Date; payload: { dueOn: string } }>(
        `select run_at, payload from graphile_worker._private_jobs where key like 'audit.correction-due%' || $1`,
        [findingId],
      ),
    )
  ).rows;

test('a finding that is late is put before the executives once; one put right, or due later, is not', async () => {
  world = await makeWorld(server);
  const { operator, executive, auditor } = world.here.people;
  const at = await reportedFinding(server, world);
  const findingId = at.split('/').at(-1) ?? '';
  const plan = { ...correctionPlan, ownerId: operator.id };
  await call(operator, 'PUT', at, { ...plan, revision: 1 });
  await call(operator, 'PUT', at, { ...plan, dueOn: '2027-01-31', revision: 2 });
  const [job, ...more] = await waiting(findingId);
  expect(more).toEqual([]);
  expect(job?.run_at.toISOString()).toBe('2027-01-31T15:00:00.000Z');
  const desk = { db: server.db, outbox: undefined, catalogue };
  const late = { facilityId: world.here.id, findingId, leadId: auditor.id };
  const asked = async () => ((await call(executive, 'GET', here('/decision-requests'))).body as DecisionList).due;
  await escalateFinding({ ...desk, now: new Date('2027-01-01T00:00:00Z') }, { ...late, dueOn: '2026-12-31' });
  await escalateFinding({ ...desk, now: new Date('2027-01-31T14:59:00Z') }, { ...late, dueOn: '2027-01-31' });
  expect(await asked()).toEqual([]);
  const after = { ...desk, now: new Date('2027-01-31T15:00:00Z') };
  await Promise.all([1, 2].map(() => escalateFinding(after, { ...late, dueOn: '2027-01-31' })));
  expect(await asked()).toMatchObject([{ source: `finding/${findingId}/2027-01-31`, askedBy: { id: auditor.id } }]);
});

test('a finding sent back escalates by the day it had, also where who leads the audit has left; nobody takes it off the page', async () => {
  world = await makeWorld(server);
  const { executive, planner, auditor, 'facility-administrator': administrator } = world.here.people;
  const at = await reportedFinding(server, world, 'corrected');
  const findingId = at.split('/').at(-1) ?? '';
  await withClient(server.database.owner, (client) => client.query('delete from graphile_worker._private_jobs'));
  await call(auditor, 'POST', `${at}/verification`, { step: 'sent-back', verdict: '日付がない', revision: 3 });
  expect((await waiting(findingId)).map(({ payload }) => payload.dueOn)).toEqual(['2026-12-31']);
  expect(await call(administrator, 'DELETE', here(`/members/${auditor.id}`))).toMatchObject({ status: 204 });
  const late = { facilityId: world.here.id, findingId, leadId: auditor.id, dueOn: '2026-12-31' };
  await escalateFinding({ db: server.db, outbox: undefined, catalogue, now: new Date('2027-01-10') }, late);
  const [request] = ((await call(executive, 'GET', here('/decision-requests'))).body as DecisionList).due;
  expect(request).toMatchObject({ source: `finding/${findingId}/2026-12-31` });
  const gone = await call(planner, 'DELETE', here(`/decision-requests/${request?.id}`));
  expect(gone).toMatchObject({ status: 409, body: { code: 'plan/request-bound' } });
});

test.each([
  ['said that it was put right', 'audit/own-word'],
  ['is to put it right', 'audit/own-correction'],
] as const)('who %s does not verify it, as an auditor of the team either', async (who, code) => {
  world = await makeWorld(server);
  const { auditor, operator, 'facility-administrator': administrator } = world.here.people;
  const at = await reportedFinding(server, world);
  const roles = { roles: ['auditor', 'operator'] };
  expect(await call(administrator, 'PUT', here(`/members/${auditor.id}`), roles)).toMatchObject({ status: 200 });
  const [owner, sayer] = who === 'is to put it right' ? [auditor, operator] : [operator, auditor];
  await call(operator, 'PUT', at, { ...correctionPlan, ownerId: owner.id, revision: 1 });
  const body = { content: png, type: 'image/png' };
  await request(server, operator, { method: 'POST', path: here('/items/S1/evidence?name=a.png'), bytes: body });
  expect(await call(sayer, 'POST', `${at}/correction`, { correction: '直した', revision: 2 })).toMatchObject({
    status: 200,
    body: { correctedBy: { id: sayer.id } },
  });
  const verdict = { step: 'closed', verdict: '見た', revision: 3 };
  expect(await call(auditor, 'POST', `${at}/verification`, verdict)).toMatchObject({ status: 403, body: { code } });
});

test('a finding nobody plans goes before the executives all the same, and so does one nobody verifies', async () => {
  world = await makeWorld(server);
  const { executive, operator, auditor } = world.here.people;
  const at = await reportedFinding(server, world);
  const findingId = at.split('/').at(-1) ?? '';
  const [first] = await waiting(findingId);
  const dueOn = first?.payload.dueOn ?? '';
  expect(first?.run_at).toEqual(lateFrom(dueOn));
  const due = await call(operator, 'PUT', at, { ...correctionPlan, dueOn: '', revision: 1 });
  expect(due).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'dueOn' }] } } });
  const never = await call(operator, 'PUT', at, { ...correctionPlan, dueOn: '2099-12-31', revision: 1 });
  expect(never).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'dueOn', code: 'too-far' }] } } });
  const desk = { db: server.db, outbox: undefined, catalogue };
  const late = { facilityId: world.here.id, findingId, leadId: auditor.id };
  const asked = async () => ((await call(executive, 'GET', here('/decision-requests'))).body as DecisionList).due;
  await escalateFinding({ ...desk, now: lateFrom(dueOn) }, { ...late, dueOn });
  expect(await asked()).toMatchObject([{ source: `finding/${findingId}/${dueOn}` }]);
  await call(operator, 'PUT', at, { ...correctionPlan, ownerId: operator.id, revision: 1 });
  const bytes = { content: png, type: 'image/png' };
  await request(server, operator, { method: 'POST', path: here('/items/S1/evidence?name=a.png'), bytes });
  await call(operator, 'POST', `${at}/correction`, { correction: '直した', revision: 2 });
  const [second] = await waiting(findingId);
  const seenBy = second?.payload.dueOn ?? '';
  expect(second?.run_at).toEqual(lateFrom(seenBy));
  await escalateFinding({ ...desk, now: lateFrom(seenBy) }, { ...late, dueOn: seenBy });
  expect((await asked()).map(({ source }) => source)).toEqual([`finding/${findingId}/${seenBy}`]);
});

test('a finding that was put right in time stays off the page of the executives', async () => {
  world = await makeWorld(server);
  const { executive, auditor } = world.here.people;
  const findingId = (await reportedFinding(server, world, 'corrected')).split('/').at(-1) ?? '';
  const late = { facilityId: world.here.id, findingId, leadId: auditor.id, dueOn: '2026-12-31' };
  await escalateFinding({ db: server.db, outbox: undefined, catalogue, now: new Date('2027-06-01') }, late);
  expect(((await call(executive, 'GET', here('/decision-requests'))).body as DecisionList).due).toEqual([]);
});
