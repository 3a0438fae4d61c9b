import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditChoices, AuditView } from '#core/audit/audit.ts';
import { registerLines } from '#core/audit/audited-clause.ts';
import { placeWords } from '#core/audit/finding-place.ts';
import type { Run } from '#core/sheet/run.ts';
import { begunAudit, concludedAudit, plannedAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addMember, addSignedIn, makeWorld, type TestPerson, type World } from '../app/testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const seat = (person: TestPerson, areas: readonly string[], lead = true) => ({ personId: person.id, lead, areas });

/** H01-6 speaks of 3⑪; no item of the sheet of 1④. */
const [asked, silent] = ['GOV7-3-11', 'GOV7-1-04'];
const plan = (team: readonly object[], more: object = {}) => ({
  ...plannedAudit,
  sheetId: 'hospital',
  areas: ['17'],
  clauses: [asked, silent],
  ...more,
  team,
});
const audit = async (by: TestPerson, id: string) => (await call(by, 'GET', `/audits/${id}`)).body as AuditView;

/** Somebody of the facility who may audit, and is nothing else that bars. */
async function alsoAuditor(name: string, role: 'staff' | 'executive' = 'staff'): Promise<TestPerson> {
  const person = await addSignedIn(server, name);
  await addMember(server, world.here.id, person.id, [role, 'auditor']);
  return person;
}

test('clauses in scope bring their items into the check sheet, and show what those came to beside the register', async () => {
  const { auditor, executive, operator, planner } = world.here.people;
  await call(executive, 'POST', '/clause-steps', { clauseId: asked, step: 'instructed', note: '', after: 0 });
  const made = await call(executive, 'POST', '/audits', plan([seat(auditor, ['17'])]));
  const { id, areas } = made.body as AuditView;
  expect(areas).toMatchObject([
    { id: '01', whole: false },
    { id: '17', whole: true },
  ]);
  expect(await call(auditor, 'POST', `/audits/${id}/run`)).toMatchObject({
    body: { code: 'audit/areas-left', data: { areas: [{ id: '01' }] } },
  });
  await call(executive, 'PUT', `/audits/${id}`, { ...plan([seat(auditor, ['01', '17'])]), revision: 1 });
  const { runId, revision } = (await call(auditor, 'POST', `/audits/${id}/run`)).body as AuditView;
  const run = (await call(auditor, 'GET', `/runs/${runId}`)).body as Run;
  expect(run).toMatchObject({ items: 3, scopeAreas: ['17'], scopeItems: ['H01-6'], may: { answer: ['01', '17'] } });
  const answer = { value: '1', note: '改善の一覧がない', revision: 0, conclusion: 'minor' };
  expect(await call(auditor, 'PUT', `/runs/${runId}/answers/H01-1`, answer)).toMatchObject({ status: 404 });
  expect(await call(auditor, 'PUT', `/runs/${runId}/answers/H01-6`, answer)).toMatchObject({ status: 200 });

  const shown = (await audit(auditor, id)).clauses;
  expect(shown).toMatchObject([
    { id: silent, register: { last: null }, items: [] },
    { id: asked, register: { last: { step: 'instructed' } }, items: [{ id: 'H01-6', conclusion: 'minor' }] },
  ]);
  expect(shown.map(registerLines)[1]).toEqual([expect.stringContaining('ガイドラインの記録：指示した（令和8年')]);
  expect((await audit(operator, id)).clauses[1]).toMatchObject({ items: [{ id: 'H01-6', conclusion: null }] });

  const others = plan([seat(auditor, ['01', '17'])], { clauses: [asked], revision });
  expect(await call(executive, 'PUT', `/audits/${id}`, others)).toMatchObject({
    body: { data: { faults: [{ field: 'areas', code: 'begun' }] } },
  });
  expect((await audit(planner, id)).progress).toBeNull();
});

test('who has a clause in scope or recorded a step of it is tied to it, and the refusal says so', async () => {
  const { executive, planner } = world.here.people;
  const [owner, former, leading] = [
    await alsoAuditor('条項 一'),
    await alsoAuditor('条項 二'),
    await alsoAuditor('条項 三', 'executive'),
  ];
  const kept = { clauseId: asked, dueOn: null, documents: '', undone: '' };
  await call(planner, 'PUT', '/clauses', { ...kept, ownerId: former.id, revision: 0 });
  await call(planner, 'PUT', '/clauses', { ...kept, ownerId: owner.id, revision: 1 });
  await call(leading, 'POST', '/clause-steps', { clauseId: silent, step: 'instructed', note: '', after: 0 });
  const clause = { id: asked, label: '3⑪' };
  const refusal = async (person: TestPerson, clauses: readonly string[]) =>
    (await call(executive, 'POST', '/audits', plan([seat(person, ['01', '17'])], { areas: ['01', '17'], clauses })))
      .body;
  const tied = { reason: 'clause', areaId: '01', fiscalYear: 2026, clause };
  for (const person of [owner, former]) {
    expect(await refusal(person, [asked])).toMatchObject({ data: { refusals: [{ area: '体制', reasons: [tied] }] } });
    expect(await refusal(person, [silent])).toMatchObject({ state: 'planned' });
  }
  const everywhere = { reason: 'clause-step', areaId: null, fiscalYear: 2026, clause: { id: silent, label: '1④' } };
  expect(await refusal(leading, [asked, silent])).toMatchObject({
    data: { refusals: [{ area: null, reasons: [everywhere] }] },
  });
  expect(await refusal(leading, [asked])).toMatchObject({ state: 'planned' });
});

test('a conclusion, a request and an interview name systems of the scope, and findings come by system', async () => {
  const { auditor, executive, planner } = world.here.people;
  const second = await alsoAuditor('監査 次郎');
  await call(planner, 'POST', '/vendor-systems', {
    vendor: '青空',
    system: '検査システム',
    contact: '三浦',
    email: '',
  });
  const choices = (await call(auditor, 'GET', '/audit-choices?sheetId=hospital')).body as AuditChoices;
  expect(choices.systems).toEqual(['検査システム']);
  const path = (await concludedAudit(server, world)).replace(`/facilities/${world.here.id}`, '');
  const at = `${path}/items/S1/systems`;
  const outside = { body: { data: { faults: [{ field: 'systems', code: 'out-of-scope' }] } } };
  expect(await call(auditor, 'PUT', at, { systems: ['検査システム'] })).toMatchObject(outside);
  expect(await call(second, 'PUT', at, { systems: [] })).toMatchObject({ body: { code: 'audit/not-of-team' } });
  expect(await call(auditor, 'PUT', `${path}/items/S2/systems`, { systems: [] })).toMatchObject({ status: 404 });
  const concerned = async (by: TestPerson) => ((await call(by, 'GET', path)).body as AuditView).concerned;
  expect(await concerned(auditor)).toEqual([{ itemId: 'S1', systems: ['電子カルテ'] }]);
  expect(await concerned(executive)).toEqual([]);
  const asking = { itemId: null, system: '検査システム', wanted: '記録', ofId: planner.id, dueOn: '2026-12-05' };
  expect(await call(auditor, 'POST', `${path}/requests`, asking)).toMatchObject({
    body: { data: { faults: [{ field: 'system', code: 'out-of-scope' }] } },
  });
  const heard = { system: '電子カルテ', withWhom: '院長', heldOn: '2026-11-20', said: '止まったことがある' };
  expect(await call(auditor, 'POST', `${path}/interviews`, heard)).toMatchObject({ body: { system: '電子カルテ' } });

  const reported = (await call(auditor, 'POST', `${path}/report`, { opinion: 'おおむね良い' })).body as AuditView;
  expect(reported.findings).toMatchObject([{ place: { item: { id: 'S1' } }, systems: ['電子カルテ'], clauses: [] }]);
  expect(await concerned(executive)).toHaveLength(1);
  expect(await call(auditor, 'PUT', at, { systems: [] })).toMatchObject({ body: { code: 'audit/reported' } });
});

test('a finding at an item names the clauses in scope it speaks of', async () => {
  const { auditor, executive } = world.here.people;
  const made = await call(executive, 'POST', '/audits', plan([seat(auditor, ['01', '17'])], { clauses: [asked] }));
  const { id } = made.body as AuditView;
  const { runId } = (await call(auditor, 'POST', `/audits/${id}/run`)).body as AuditView;
  for (const item of ['H01-6', 'H17-1', 'H17-2']) {
    const body = { value: '1', note: '足りない', revision: 0, conclusion: item === 'H01-6' ? 'minor' : 'observation' };
    await call(auditor, 'PUT', `/runs/${runId}/answers/${item}`, body);
  }
  const { findings } = (await call(auditor, 'POST', `/audits/${id}/report`, { opinion: '良い' })).body as AuditView;
  expect(findings.map(({ place, clauses }) => [placeWords(place), clauses.length])).toEqual([
    ['体制（H01-6）', 1],
    [expect.stringContaining('（H17-1）'), 0],
    [expect.stringContaining('（H17-2）'), 0],
  ]);
  expect(findings[0]?.clauses).toEqual([expect.stringMatching(/^3⑪ /)]);
});

test('an audit keeps what it asks from its beginning: one begun when clauses brought nothing is asked for nothing more', async () => {
  const { auditor, executive } = world.here.people;
  const team = [seat(auditor, ['01', '17'])];
  const { id } = (await call(executive, 'POST', '/audits', plan(team, { clauses: [asked] }))).body as AuditView;
  const { runId } = (await call(auditor, 'POST', `/audits/${id}/run`)).body as AuditView;
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${world.here.id}, true), set_config('app.person_id', ${auditor.id}, true)`.execute(
      tx,
    );
    await sql`update audit set drawn_items = '{}' where id = ${id}`.execute(tx);
    await sql`update run set scope_items = null where id = ${runId}`.execute(tx);
    await sql`update audit_member set areas = '{17}' where audit_id = ${id}`.execute(tx);
  });
  expect(await audit(executive, id)).toMatchObject({ areas: [{ id: '17', whole: true }], clauses: [{ items: [] }] });
  for (const item of ['H17-1', 'H17-2']) {
    const body = { value: '2', note: '', revision: 0, conclusion: 'conformity' };
    await call(auditor, 'PUT', `/runs/${runId}/answers/${item}`, body);
  }
  expect(await call(auditor, 'POST', `/audits/${id}/report`, { opinion: '良い' })).toMatchObject({ status: 200 });
});

test('an audit by the sheet of the network compares はい and いいえ, without points', async () => {
  const { auditor, executive, planner } = world.here.people;
  const own = ((await call(planner, 'POST', '/runs', { sheetId: 'network-level' })).body as Run).id;
  for (let at = 1; at <= 12; at += 1) {
    await call(planner, 'PUT', `/runs/${own}/answers/N${at}`, { value: 'yes', note: '', revision: 0 });
  }
  await call(planner, 'POST', `/runs/${own}/submission`);
  const areas = ['media'];
  const more = { sheetId: 'network-level', areas, clauses: [] };
  const { id } = (await call(executive, 'POST', '/audits', plan([seat(auditor, areas)], more))).body as AuditView;
  const { runId } = (await call(auditor, 'POST', `/audits/${id}/run`)).body as AuditView;
  const { scopeAreas } = (await call(auditor, 'GET', `/runs/${runId}`)).body as Run;
  expect(scopeAreas).toEqual(areas);
  const path = '/sheets/network-level/versions/1.0.0/audit-guide';
  expect(await request(server, auditor, { method: 'GET', path })).toMatchObject({
    status: 200,
    body: { id: 'audit-network-level' },
  });
  const items = (await call(auditor, 'GET', `/audits/${id}/claims`)).body as { answers: { itemId: string }[] };
  expect(items.answers).toHaveLength(12);
  for (const [item, value] of [
    ['N6', 'no'],
    ['N7', 'yes'],
    ['N8', 'yes'],
  ] as const) {
    const body = { value, note: '記録がない', revision: 0, conclusion: value === 'no' ? 'major' : 'conformity' };
    await call(auditor, 'PUT', `/runs/${runId}/answers/${item}`, body);
  }
  const reported = (await call(auditor, 'POST', `/audits/${id}/report`, { opinion: '良い' })).body as AuditView;
  expect(reported.veracity?.overall).toMatchObject({ overstated: 1, understated: 0, difference: null });
});

test('no more can be asked for or noted in an audit than its page shows', async () => {
  const { auditor, planner } = world.here.people;
  await begunAudit(server, world);
  const path = (await concludedAudit(server, world)).replace(`/facilities/${world.here.id}`, '');
  const auditId = path.split('/').at(-1) ?? '';
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${world.here.id}, true)`.execute(tx);
    await sql`insert into audit_request (facility_id, id, audit_id, wanted, of_id, due_on, asked_at)
      select ${world.here.id}::uuid, gen_random_uuid(), ${auditId}::uuid, '記録', ${planner.id}::uuid, '2026-12-31', now()
      from generate_series(1, 200)`.execute(tx);
  });
  const asking = { itemId: null, system: '', wanted: '記録', ofId: planner.id, dueOn: '2026-12-05' };
  expect(await call(auditor, 'POST', `${path}/requests`, asking)).toMatchObject({ body: { code: 'audit/full' } });
  expect(((await call(auditor, 'GET', path)).body as AuditView).requests).toHaveLength(200);
});

test('an audit of clauses alone asks what speaks of them, one of a system alone nothing; of nothing at all there is none', async () => {
  const { auditor, executive } = world.here.people;
  const made = (more: object, areas: readonly string[]) =>
    call(executive, 'POST', '/audits', plan([seat(auditor, areas)], { areas: [], clauses: [], systems: [], ...more }));
  expect(await made({}, [])).toMatchObject({
    body: { data: { faults: [{ field: 'areas', code: 'nothing' }] } },
  });
  const ofClause = (await made({ clauses: [asked] }, ['01'])).body as AuditView;
  const begun = (await call(auditor, 'POST', `/audits/${ofClause.id}/run`)).body as AuditView;
  expect(begun).toMatchObject({ areas: [{ id: '01', whole: false }], progress: { items: 1, done: 0 } });

  const { id } = (await made({ systems: ['電子カルテ'] }, [])).body as AuditView;
  const { progress, systems } = (await call(auditor, 'POST', `/audits/${id}/run`)).body as AuditView;
  expect({ progress, systems }).toEqual({ progress: { items: 0, done: 0 }, systems: ['電子カルテ'] });
  const opinion = '契約と構成図を見て、聞き取りで確かめました。';
  expect(await call(auditor, 'POST', `/audits/${id}/report`, { opinion })).toMatchObject({
    status: 200,
    body: { opinion, findings: [], veracity: { overall: { compared: 0 } } },
  });
  for (const file of ['report.pdf', 'report.docx', 'session.pdf']) {
    expect((await call(auditor, 'GET', `/audits/${id}/${file}`)).status).toBe(200);
  }
});
