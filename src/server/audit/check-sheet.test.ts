import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditView } from '#core/audit/audit.ts';
import type { Claims } from '#core/audit/claims.ts';
import type { Run } from '#core/sheet/run.ts';
import { concludedAudit, plannedAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
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
    method: 'POST',
    path: `/facilities/${world.here.id}${at}/workbook`,
    bytes,
  });
  expect(taken).toMatchObject({ status: 200, body: { written: 0, unchanged: 3 } });
});

test('it begins only with people of the team, every area taken and everybody independent still', async () => {
  const { auditor, executive, 'facility-administrator': administrator } = world.here.people;
  const other = await addSignedIn(server, '監査 三郎');
  await addMember(server, world.here.id, other.id, ['auditor']);
  const team = [{ personId: other.id, lead: true, areas: ['S1'] }];
  const open = { ...plannedAudit, areas: ['S1', 'S4'], team };
  const { id } = (await call(executive, 'POST', '/audits', open)).body as AuditView;
  expect(await call(auditor, 'POST', `/audits/${id}/run`)).toMatchObject({
    status: 403,
    body: { code: 'audit/not-of-team' },
  });
  expect(await call(other, 'POST', `/audits/${id}/run`)).toMatchObject({
    status: 409,
    body: { code: 'audit/areas-left', data: { areas: [{ id: 'S4' }] } },
  });
  const whole = { ...open, team: [{ personId: other.id, lead: true, areas: ['S1', 'S4'] }], revision: 1 };
  await call(executive, 'PUT', `/audits/${id}`, whole);
  const roles = (held: readonly string[]) => call(administrator, 'PUT', `/members/${other.id}`, { roles: held });
  expect(await roles(['auditor', 'operator'])).toMatchObject({ status: 200 });
  expect(await call(other, 'POST', `/audits/${id}/run`)).toMatchObject({
    status: 409,
    body: { code: 'audit/not-independent', data: { refusals: [{ reasons: [{ reason: 'operator' }] }] } },
  });
  expect(await roles(['auditor'])).toMatchObject({ status: 200 });
  expect(await call(other, 'POST', `/audits/${id}/run`)).toMatchObject({
    body: { data: { refusals: [{ reasons: [{ reason: 'operator', areaId: null, fiscalYear: 2026 }] }] } },
  });
});

test('once begun its scope and team stay as planned; the team is changed by who leads or an executive, with a reason that stays', async () => {
  const { auditor, executive, 'safety-manager': manager } = world.here.people;
  const { id, plan, audit } = await begun();
  const { revision } = audit;
  const alone = [{ personId: auditor.id, lead: true, areas: ['S1', 'S4'] }];
  expect(
    await call(executive, 'PUT', `/audits/${id}`, { ...plan, areas: ['S1'], team: alone, revision }),
  ).toMatchObject({
    status: 400,
    body: {
      data: { faults: [{ field: 'team', code: 'out-of-scope' }, { code: 'begun' }, { field: 'team', code: 'begun' }] },
    },
  });
  const at = `/runs/${audit.runId}/answers`;
  await call(second, 'PUT', `${at}/S4-1`, { ...answer, note: '更新していない' });
  const change = { team: alone, reason: '長期の休みのため', revision };
  const refusals = new Map([
    [second, 'audit/team-not-yours'],
    [manager, 'not-allowed'],
  ]);
  for (const [by, code] of refusals) {
    expect(await call(by, 'PUT', `/audits/${id}/team`, change)).toMatchObject({ body: { code } });
  }
  expect(await call(auditor, 'PUT', `/audits/${id}/team`, { ...change, revision: 1 })).toMatchObject({
    body: { code: 'audit/changed' },
  });
  expect(await call(executive, 'PUT', `/audits/${id}/team`, change)).toMatchObject({
    status: 200,
    body: {
      team: [{ person: { id: auditor.id }, areas: ['S1', 'S4'] }],
      teamChanges: [
        {
          changedBy: { id: executive.id },
          reason: '長期の休みのため',
          former: expect.arrayContaining([
            { person: { id: second.id, name: '監査 次郎' }, lead: false, areas: ['S4'] },
          ]),
          present: [{ person: { id: auditor.id }, lead: true, areas: ['S1', 'S4'] }],
        },
      ],
    },
  });
  expect(await call(second, 'GET', `/runs/${audit.runId}`)).toMatchObject({ status: 404 });
  expect(await call(auditor, 'PUT', `${at}/S4-1`, { ...answer, value: '2', revision: 1 })).toMatchObject({
    status: 200,
  });
  const edited = await call(executive, 'PUT', `/audits/${id}`, {
    ...plan,
    team: alone,
    title: '直した',
    revision: revision + 1,
  });
  expect(edited).toMatchObject({ status: 200, body: { title: '直した' } });
  const log = (await call(auditor, 'GET', '/activity')).body as { entries: { act: string; detail: object }[] };
  expect(log.entries.find(({ act }) => act === 'audit.team-changed')).toMatchObject({
    detail: { team: auditor.id, lead: auditor.id, former: expect.stringContaining(second.id) },
  });
});

test('nobody joins an audit that has begun who is not independent of it, and none that has not begun is changed so', async () => {
  const { auditor, 'facility-administrator': administrator } = world.here.people;
  const { id, audit } = await begun();
  const both = await addSignedIn(server, '兼任 一郎');
  await addMember(server, world.here.id, both.id, ['auditor', 'safety-manager']);
  const team = [
    { personId: auditor.id, lead: true, areas: ['S1'] },
    { personId: both.id, lead: false, areas: ['S4'] },
  ];
  const change = { team, reason: '人が足りない', revision: audit.revision };
  expect(await call(auditor, 'PUT', `/audits/${id}/team`, change)).toMatchObject({
    status: 409,
    body: { code: 'audit/not-independent' },
  });
  const roles = { roles: ['auditor'] };
  expect(await call(administrator, 'PUT', `/members/${both.id}`, roles)).toMatchObject({ status: 200 });
  expect(await call(auditor, 'PUT', `/audits/${id}/team`, change)).toMatchObject({
    body: { data: { refusals: [{ name: '兼任 一郎', reasons: [{ reason: 'safety-manager', fiscalYear: 2026 }] }] } },
  });
  const planned = (await call(auditor, 'POST', '/audits', { ...plannedAudit, team: [] })).body as AuditView;
  expect(await call(auditor, 'PUT', `/audits/${planned.id}/team`, { ...change, revision: 1 })).toMatchObject({
    body: { code: 'audit/not-begun' },
  });
});

test('what the facility claims is what it had submitted when the audit began, whatever it corrects later', async () => {
  const other = await makeWorld(server);
  const { planner, auditor, 'safety-manager': manager } = other.here.people;
  const runId = await begunRun(server, other.here, 'small-facility', planner);
  const at = { facility: other.here, runId, sheetId: 'small-facility' as const, person: planner };
  await answerAll(server, at, () => '3');
  const run = `/facilities/${other.here.id}/runs/${runId}`;
  const own = (by: TestPerson, method: string, path: string, body?: object) =>
    request(server, by, { method, path, ...(body && { body }) });
  await own(planner, 'POST', `${run}/submission`);
  const path = await concludedAudit(server, other);
  await own(manager, 'POST', `${run}/reopening`, { reason: '直すため' });
  const corrected = await own(planner, 'PUT', `${run}/answers/S1`, { value: '0', note: '', revision: 1 });
  expect(corrected).toMatchObject({ status: 200, body: { value: '0' } });
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  expect(await own(planner, 'POST', `${run}/submission`)).toMatchObject({ status: 200 });
  const claims = (await own(auditor, 'GET', `${path}/claims`)).body as Claims;
  expect(claims.answers.find(({ itemId }) => itemId === 'S1')?.value).toBe('3');
  const { body } = await own(auditor, 'POST', `${path}/report`, { opinion: '良い' });
  expect(body).toMatchObject({ veracity: { overall: { compared: 1, overstated: 1, difference: 2 } } });
});
