import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditView } from '#core/audit/audit.ts';
import type { Finding } from '#core/audit/finding.ts';
import { placeWords } from '#core/audit/finding-place.ts';
import type { Remark } from '#core/audit/remark.ts';
import { plannedAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { offered } from '../app/testing/support-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addMember, addSignedIn, makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';
import { png } from '../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object) =>
  request(server, by, { method, path: `/facilities/${world.here.id}${path}`, ...(body && { body }) });

/** No item of the sheet speaks of 1④. */
const silent = 'GOV7-1-04';
const system = '電子カルテ';
const atClause = { clauseId: silent, system: '', conclusion: 'major', statement: '決裁の記録がない' };
const atSystem = { clauseId: null, system, conclusion: 'minor', statement: ' 構成図が3年前のまま ' };

/** An audit of a clause nothing is asked of and of a system, begun; its path. */
async function begun(): Promise<string> {
  const { auditor, executive } = world.here.people;
  const team = [{ personId: auditor.id, lead: true, areas: [] }];
  const plan = { ...plannedAudit, sheetId: 'hospital', areas: [], clauses: [silent], systems: [system], team };
  const { id } = (await call(executive, 'POST', '/audits', plan)).body as AuditView;
  expect((await call(auditor, 'POST', `/audits/${id}/run`)).status).toBe(201);
  return `/audits/${id}`;
}
const view = async (by: TestPerson, at: string) => (await call(by, 'GET', at)).body as AuditView;
const written = async (at: string, body: object) =>
  (await call(world.here.people.auditor, 'POST', `${at}/remarks`, body)).body as Remark;
const told = (reply: { readonly body: unknown }) => reply.body as { readonly data: { readonly faults: object[] } };

test('what is found at a clause without items and at a system is recorded, changed and removed by the team alone until the report', async () => {
  world = await makeWorld(server);
  const { auditor, operator, executive } = world.here.people;
  const other = await addSignedIn(server, '監査 次郎');
  await addMember(server, world.here.id, other.id, ['staff', 'auditor']);
  const at = await begun();
  expect(await call(auditor, 'POST', `${at}/remarks`, atClause)).toMatchObject({ status: 201, body: atClause });
  const remark = await written(at, atSystem);
  expect(remark).toMatchObject({ system, clauseId: null, statement: '構成図が3年前のまま', revision: 1 });
  expect((await view(auditor, at)).remarks.map(({ statement }) => statement)).toEqual([
    '決裁の記録がない',
    '構成図が3年前のまま',
  ]);
  for (const person of [operator, executive, other]) expect((await view(person, at)).remarks).toEqual([]);
  const [path, words] = [`/audit-remarks/${remark.id}`, { conclusion: 'observation', statement: '構成図が古い' }];
  expect(await call(operator, 'PUT', path, { ...words, revision: 1 })).toMatchObject({ status: 403 });
  expect(await call(other, 'PUT', path, { ...words, revision: 1 })).toMatchObject({ status: 404 });
  expect(await call(other, 'DELETE', path)).toMatchObject({ status: 404 });
  expect(await call(other, 'POST', `${at}/remarks`, atClause)).toMatchObject({ body: { code: 'audit/not-of-team' } });
  expect(await call(auditor, 'PUT', path, { ...words, revision: 1 })).toMatchObject({
    body: { ...words, revision: 2 },
  });
  expect(await call(auditor, 'PUT', path, { ...words, statement: '別の言葉', revision: 1 })).toMatchObject({
    status: 409,
    body: { code: 'audit/remark-changed', data: { current: { statement: '構成図が古い', revision: 2 } } },
  });
  expect((await call(auditor, 'DELETE', path)).status).toBe(204);
  expect((await view(auditor, at)).remarks).toHaveLength(1);
});

test('a remark stands at a clause or a system of the scope, of an audit under way', async () => {
  world = await makeWorld(server);
  const { auditor, executive } = world.here.people;
  const at = await begun();
  const post = (body: object) => call(auditor, 'POST', `${at}/remarks`, body);
  const fault = (field: string, code: string, message: RegExp) => [
    { field, code, message: expect.stringMatching(message) },
  ];
  expect(told(await post({ ...atClause, clauseId: 'GOV7-3-11' })).data.faults).toEqual(
    fault('clauseId', 'out-of-scope', /^この監査の対象に無い条項です。/),
  );
  expect(told(await post({ ...atSystem, system: '検査システム' })).data.faults).toEqual(
    fault('system', 'out-of-scope', /^この監査の対象に無いシステムです。/),
  );
  for (const both of [
    { ...atClause, system },
    { ...atSystem, system: '' },
  ]) {
    expect(told(await post(both)).data.faults).toEqual(fault('clauseId', 'one-place', /どちらか一つ/));
  }
  expect(told(await post({ ...atClause, conclusion: 'conformity', statement: ' ' })).data.faults).toMatchObject([
    { field: 'conclusion', message: '結論を選んでください。' },
    { field: 'statement', message: '所見を書いてください。' },
  ]);
  const plan = { ...plannedAudit, sheetId: 'hospital', areas: [], team: [] };
  const team = [{ personId: auditor.id, lead: true, areas: [] }];
  const waiting = (await call(executive, 'POST', '/audits', { ...plan, clauses: [silent], team })).body as AuditView;
  expect(await call(auditor, 'POST', `/audits/${waiting.id}/remarks`, atClause)).toMatchObject({
    body: { code: 'audit/not-begun' },
  });
  const remark = await written(at, atClause);
  await call(auditor, 'POST', `${at}/report`, { opinion: '良い' });
  for (const [method, path, body] of [
    ['POST', `${at}/remarks`, atClause],
    ['PUT', `/audit-remarks/${remark.id}`, { conclusion: 'minor', statement: 'x', revision: 1 }],
    ['DELETE', `/audit-remarks/${remark.id}`, undefined],
  ] as const) {
    expect(await call(auditor, method, path, body)).toMatchObject({ status: 409, body: { code: 'audit/reported' } });
  }
});

/** Plans the correction of a finding for the operator. */
async function planned({ id }: Finding): Promise<string> {
  const { operator } = world.here.people;
  const plan = { cause: '見直す日がない', action: '毎年直す', ownerId: operator.id, dueOn: '2026-12-31', revision: 1 };
  expect(await call(operator, 'PUT', `/audit-findings/${id}`, plan)).toMatchObject({ status: 200 });
  return `/audit-findings/${id}`;
}

test('at the report each becomes a finding, which is corrected with proof, verified and closed like any other', async () => {
  world = await makeWorld(server);
  const { auditor, operator, executive, planner } = world.here.people;
  const at = await begun();
  for (const body of [atSystem, atClause, { ...atClause, conclusion: 'good-practice', statement: '訓練が良い' }]) {
    await written(at, body);
  }
  const reported = (await call(auditor, 'POST', `${at}/report`, { opinion: '良い' })).body as AuditView;
  expect(reported).toMatchObject({ openFindings: 2, remarks: [], progress: { items: 0 } });
  expect(reported.findings.map(({ place, state, dueOn }) => [placeWords(place), state, dueOn])).toEqual([
    ['条項 1④', 'open', expect.any(String)],
    ['システム 電子カルテ', 'open', expect.any(String)],
    ['条項 1④', 'noted', null],
  ]);
  expect((await view(operator, at)).findings).toHaveLength(3);
  expect((await call(planner, 'GET', '/suggested-risks')).status).toBe(200);

  for (const finding of reported.findings.slice(0, 2)) {
    const path = await planned(finding);
    const correction = { correction: '書き直した', revision: 2 };
    expect(await call(operator, 'POST', `${path}/correction`, correction)).toMatchObject({
      body: { code: 'audit/no-evidence' },
    });
    const proof = finding.place.kind === 'clause' ? finding.place.clause.id : finding.id;
    const file = { content: png, type: 'image/png' };
    const upload = { method: 'POST', path: `/facilities/${world.here.id}/items/${proof}/evidence?name=a.png` };
    expect((await request(server, operator, { ...upload, bytes: file })).status).toBe(200);
    expect(await call(operator, 'POST', `${path}/correction`, correction)).toMatchObject({ status: 200 });
    const closing = { step: 'closed', verdict: '新しい紙を見た', revision: 3 };
    expect(await call(auditor, 'POST', `${path}/verification`, closing)).toMatchObject({ body: { state: 'closed' } });
  }
  expect(await view(executive, at)).toMatchObject({ state: 'closed', openFindings: 0 });
});

test('files stand at a finding of a system, and at none of an item or a clause by its own id', async () => {
  world = await makeWorld(server);
  const { auditor, operator } = world.here.people;
  const at = await begun();
  for (const body of [atSystem, atClause]) await written(at, body);
  const { findings } = (await call(auditor, 'POST', `${at}/report`, { opinion: '良い' })).body as AuditView;
  const statuses: number[] = [];
  for (const { id } of findings) {
    const path = `/facilities/${world.here.id}/items/${id}/evidence?name=a.png`;
    const sent = { method: 'POST', path, bytes: { content: png, type: 'image/png' } };
    statuses.push((await request(server, operator, sent)).status);
  }
  expect(statuses).toEqual([404, 200]);
});

test('the documents say where each was found, and no supporter sees any of it', async () => {
  world = await makeWorld(server);
  const { auditor, executive } = world.here.people;
  const at = await begun();
  for (const body of [atSystem, atClause]) await written(at, body);
  await offered(server, world, { scope: ['support-sheet', 'support-result', 'support-evidence'] });
  expect((await call(world.network.people.supporter, 'GET', at)).status).not.toBe(200);
  await call(auditor, 'POST', `${at}/report`, { opinion: '良い' });
  const textOf = async (file: string) => {
    const { body } = await call(executive, 'GET', `${at}/${file}`);
    const pages = await pdfPages(body as Uint8Array<ArrayBuffer>);
    return pages.map(({ text }) => text.replace(/\s/g, '')).join('');
  };
  const report = await textOf('report.pdf');
  for (const words of ['条項1④', '重大な不適合：決裁の記録がない', 'システム電子カルテ', '構成図が3年前のまま']) {
    expect(report).toContain(words);
  }
  expect(await textOf('session.pdf')).toContain('システム電子カルテ');
  expect((await call(executive, 'GET', `${at}/report.docx`)).status).toBe(200);
});

test('who was to put a finding at a clause right is tied to that clause, where it is in scope', async () => {
  world = await makeWorld(server);
  const { auditor, executive } = world.here.people;
  const at = await begun();
  await written(at, atClause);
  const { findings } = (await call(auditor, 'POST', `${at}/report`, { opinion: '良い' })).body as AuditView;
  const owner = await addSignedIn(server, '直す 人');
  await addMember(server, world.here.id, owner.id, ['staff', 'auditor']);
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${world.here.id}, true)`.execute(tx);
    await sql`update audit_finding set owner_id = ${owner.id} where id = ${findings[0]?.id}`.execute(tx);
  });
  const team = [{ personId: owner.id, lead: true, areas: [] }];
  const next = { ...plannedAudit, sheetId: 'hospital', areas: [], systems: [system], team };
  const refusal = await call(executive, 'POST', '/audits', { ...next, clauses: [silent] });
  expect(refusal).toMatchObject({ body: { code: 'audit/not-independent' } });
  expect(JSON.stringify(refusal.body)).toContain('"reason":"correction"');
  expect(await call(executive, 'POST', '/audits', { ...next, clauses: [] })).toMatchObject({ status: 201 });
});
