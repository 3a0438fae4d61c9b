import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditView } from '#core/audit/audit.ts';
import type { Run } from '#core/sheet/run.ts';
import { plannedAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addMember, addSignedIn, makeWorld, type TestPerson, type World } from '../app/testing/world.ts';

let server: TestServer;
let world: World;
let second: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  second = await addSignedIn(server, '監査 次郎');
  await addMember(server, world.here.id, second.id, ['auditor']);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const answer = { value: '1', note: '', revision: 0, conclusion: 'minor' };

/** An audit of two areas held by two people, begun. */
async function begun() {
  const { auditor, executive } = world.here.people;
  const team = [
    { personId: auditor.id, lead: true, areas: ['S1'] },
    { personId: second.id, lead: false, areas: ['S4'] },
  ];
  const plan = { ...plannedAudit, areas: ['S1', 'S4'], team };
  const { id } = (await call(executive, 'POST', '/audits', plan)).body as AuditView;
  const reply = await call(auditor, 'POST', `/audits/${id}/run`);
  return { id, plan, reply, audit: reply.body as AuditView };
}

test('the check sheet is a run of the same sheet in scope alone, handed to who audits each area', async () => {
  const { auditor } = world.here.people;
  const { audit, reply } = await begun();
  expect(reply).toMatchObject({ status: 201, body: { state: 'under-way', progress: { items: 3, done: 0 } } });
  const run = (await call(auditor, 'GET', `/runs/${audit.runId}`)).body as Run;
  expect(run).toMatchObject({ purpose: 'audit', subjectId: audit.id, items: 3, scopeAreas: ['S1', 'S4'] });
  expect(run.may).toEqual({ answer: ['S1'], move: false, assign: false, submit: false, reopen: false });
  expect(await call(auditor, 'POST', `/audits/${audit.id}/run`)).toMatchObject({ body: { runId: audit.runId } });
});

test('an auditor answers with a conclusion, only areas of his or her own, and it stands in the history', async () => {
  const { auditor, planner } = world.here.people;
  const { audit } = await begun();
  const at = `/runs/${audit.runId}/answers`;
  expect(await call(auditor, 'PUT', `${at}/S1`, answer)).toMatchObject({ status: 200, body: { conclusion: 'minor' } });
  expect(await call(auditor, 'PUT', `${at}/S4-1`, answer)).toMatchObject({ status: 403 });
  expect(await call(auditor, 'PUT', `${at}/S2`, answer)).toMatchObject({ status: 404 });
  expect(await call(second, 'PUT', `${at}/S4-1`, answer)).toMatchObject({ status: 200 });
  expect((await call(second, 'GET', `${at}/S1/history`)).body).toMatchObject([{ value: '1', conclusion: 'minor' }]);
  expect(await call(planner, 'PUT', `${at}/S1`, { ...answer, revision: 1 })).toMatchObject({ status: 404 });
  const { progress } = (await call(auditor, 'GET', `/audits/${audit.id}`)).body as AuditView;
  expect(progress).toEqual({ items: 3, done: 0 });
  await call(auditor, 'PUT', `${at}/S1`, { ...answer, note: '紙が古い', revision: 1 });
  expect((await call(auditor, 'GET', `/audits/${audit.id}`)).body).toMatchObject({ progress: { items: 3, done: 1 } });
});

test('a conclusion is taken in an audit alone, and an auditor answers nothing else', async () => {
  const { auditor, planner } = world.here.people;
  const own = ((await call(planner, 'POST', '/runs', { sheetId: 'small-facility' })).body as Run).id;
  expect(await call(planner, 'PUT', `/runs/${own}/answers/S2`, answer)).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'conclusion', code: 'conclusion-not-taken' }] } },
  });
  expect(await call(auditor, 'PUT', `/runs/${own}/answers/S2`, { ...answer, conclusion: null })).toMatchObject({
    status: 403,
  });
});

test('until it is reported the team alone sees the check sheet, and nothing takes it for a self-assessment', async () => {
  const { here, network } = world;
  const { auditor, executive, planner, 'facility-administrator': administrator } = here.people;
  const { audit } = await begun();
  const at = `/runs/${audit.runId}`;
  await call(auditor, 'PUT', `${at}/answers/S1`, { ...answer, note: 'まだ見せない' });
  for (const by of [executive, planner, administrator]) {
    expect(await call(by, 'GET', at)).toMatchObject({ status: 404 });
    expect(await call(by, 'GET', `${at}/answers.csv`)).toMatchObject({ status: 404 });
    expect((await call(by, 'GET', `/audits/${audit.id}`)).body).toMatchObject({ runId: null, progress: null });
  }
  const runs = (await call(auditor, 'GET', '/runs')).body as Run[];
  expect(runs.some(({ id }) => id === audit.runId)).toBe(false);
  expect(await call(auditor, 'GET', `${at}/result`)).toMatchObject({ status: 404 });
  expect(await call(planner, 'POST', `${at}/submission`)).toMatchObject({ status: 404 });
  const supporter = network.people.supporter;
  expect(await call(supporter, 'GET', at)).toMatchObject({ status: 404 });
});

test('a file of an audit brings its conclusions back', async () => {
  const { auditor } = world.here.people;
  const { audit } = await begun();
  const at = `/runs/${audit.runId}`;
  await call(auditor, 'PUT', `${at}/answers/S1`, { ...answer, note: '紙が古い' });
  const csv = (await call(auditor, 'GET', `${at}/answers.csv`)).body as Uint8Array;
  expect(new TextDecoder().decode(csv)).toContain('S1,1,紙が古い,軽微な不適合');
  const { body: file } = await call(auditor, 'GET', `${at}/workbook`);
  const bytes = { content: file as Uint8Array<ArrayBuffer>, type: 'application/octet-stream' };
  const taken = await request(server, auditor, {
    ...{ method: 'POST', path: `/facilities/${world.here.id}${at}/workbook`, bytes },
  });
  expect(taken).toMatchObject({ status: 200, body: { written: 0, unchanged: 3 } });
});

test('it begins only with people of the team, every area taken and everybody independent still', async () => {
  const { auditor, executive, 'facility-administrator': administrator } = world.here.people;
  const team = [{ personId: second.id, lead: true, areas: ['S1'] }];
  const open = { ...plannedAudit, areas: ['S1', 'S4'], team };
  const { id } = (await call(executive, 'POST', '/audits', open)).body as AuditView;
  expect(await call(auditor, 'POST', `/audits/${id}/run`)).toMatchObject({
    status: 403,
    body: { code: 'audit/not-of-team' },
  });
  expect(await call(second, 'POST', `/audits/${id}/run`)).toMatchObject({
    status: 409,
    body: { code: 'audit/areas-left', data: { areas: [{ id: 'S4' }] } },
  });
  const whole = { ...open, team: [{ personId: second.id, lead: true, areas: ['S1', 'S4'] }], revision: 1 };
  await call(executive, 'PUT', `/audits/${id}`, whole);
  const roles = (held: readonly string[]) => call(administrator, 'PUT', `/members/${second.id}`, { roles: held });
  expect(await roles(['auditor', 'operator'])).toMatchObject({ status: 200 });
  expect(await call(second, 'POST', `/audits/${id}/run`)).toMatchObject({
    status: 409,
    body: { code: 'audit/not-independent', data: { refusals: [{ reasons: [{ reason: 'operator' }] }] } },
  });
  await roles(['auditor']);
});

test('once begun its scope stays, and an area goes to another of the team with the answers in it', async () => {
  const { auditor, executive } = world.here.people;
  const { id, plan, audit } = await begun();
  const { revision } = audit;
  expect(await call(executive, 'PUT', `/audits/${id}`, { ...plan, areas: ['S1'], team: [], revision })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ code: 'begun' }] } },
  });
  const at = `/runs/${audit.runId}/answers`;
  await call(second, 'PUT', `${at}/S4-1`, { ...answer, note: '更新していない' });
  const alone = [{ personId: auditor.id, lead: true, areas: ['S1', 'S4'] }];
  expect(await call(executive, 'PUT', `/audits/${id}`, { ...plan, team: alone, revision })).toMatchObject({
    status: 200,
  });
  expect(await call(second, 'GET', `/runs/${audit.runId}`)).toMatchObject({ status: 404 });
  expect(await call(auditor, 'PUT', `${at}/S4-1`, { ...answer, value: '2', revision: 1 })).toMatchObject({
    status: 200,
  });
});
