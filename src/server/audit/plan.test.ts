import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditChoices, AuditSummary, AuditView } from '#core/audit/audit.ts';
import type { NextAudit } from '#core/audit/next-audits.ts';
import { plannedAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
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
const plan = (team: readonly object[], more: object = {}) => ({ ...plannedAudit, areas: ['S1', 'S2'], ...more, team });
const refusal = (reasons: readonly object[], more: object = {}) => ({
  status: 409,
  body: { code: 'audit/not-independent', data: { refusals: [{ reasons, ...more }] } },
});

test('an audit is planned with its scope and team, and the list says when the next is due', async () => {
  const { auditor, executive, operator } = world.here.people;
  const made = await call(executive, 'POST', '/audits', plan([seat(auditor, ['S1', 'S2'])]));
  expect(made).toMatchObject({
    status: 201,
    body: { state: 'planned', fiscalYear: 2026, areas: [{ id: 'S1' }, { id: 'S2' }], clauses: [{ id: 'GOV7-3-11' }] },
  });
  expect((made.body as AuditView).team).toMatchObject([{ person: { id: auditor.id }, lead: true, involvements: [] }]);
  const { audits, next } = (await call(operator, 'GET', '/audits')).body as {
    audits: AuditSummary[];
    next: NextAudit[];
  };
  expect(audits).toMatchObject([{ state: 'planned', lead: { id: auditor.id }, reportedAt: null }]);
  expect(next).toMatchObject([
    { kind: 'internal', dueOn: '2027-03-31', last: null },
    { kind: 'external', dueOn: '2027-03-31', last: null },
  ]);
  expect(await call(operator, 'POST', '/audits', plan([]))).toMatchObject({ status: 403 });
});

test('who plans or operates cannot audit anything, and the refusal names the role', async () => {
  const both = await addSignedIn(server, '兼任 一郎');
  await addMember(server, world.here.id, both.id, ['operator', 'auditor']);
  const made = await call(world.here.people.executive, 'POST', '/audits', plan([seat(both, [])]));
  expect(made).toMatchObject(refusal([{ reason: 'operator' }], { name: '兼任 一郎', area: null }));
});

test('who worked on an area cannot audit it, this year or the next, and may audit the others', async () => {
  const { here } = world;
  const { planner, executive } = here.people;
  const partly = await addSignedIn(server, '看護 花');
  await addMember(server, here.id, partly.id, ['staff', 'auditor']);
  const run = `/runs/${await begunRun(server, here)}`;
  await call(planner, 'PUT', `${run}/areas/S1/assignment`, { personId: partly.id });
  await call(partly, 'PUT', `${run}/answers/S1`, { value: '2', note: '', revision: 0 });
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${here.id}, true)`.execute(tx);
    const task = {
      facility_id: here.id,
      id: randomUUID(),
      fiscal_year: 2026,
      measure_id: 'MS1',
      title: '責任者を掲示',
    };
    const rest = { owner_id: partly.id, due_on: '2026-12-31', status: 'todo', cost_planned: '0', person_days: '1' };
    await tx
      .insertInto('task')
      .values({ ...task, ...rest })
      .execute();
  });
  const refused = await call(executive, 'POST', '/audits', plan([seat(partly, ['S1', 'S2'])]));
  const year = { areaId: 'S1', fiscalYear: 2026 };
  expect(refused).toMatchObject(
    refusal(
      [
        { reason: 'answered', ...year },
        { reason: 'assigned', ...year },
        { reason: 'task', ...year },
      ],
      { name: '看護 花', area: '体制' },
    ),
  );
  expect(await call(executive, 'POST', '/audits', plan([seat(partly, ['S2'])]))).toMatchObject({ status: 201 });
  const { auditors } = (await call(executive, 'GET', '/audit-choices?sheetId=small-facility')).body as AuditChoices;
  expect(auditors.find(({ person }) => person.id === partly.id)?.involvements).toHaveLength(3);
});

test('a plan is refused with every fault of its form at once', async () => {
  const { auditor, executive } = world.here.people;
  const wrong = plan([seat(auditor, ['S9'])], { areas: ['X1'], clauses: ['GOV7-9-99'], plannedTo: '2026-11-01' });
  const reply = await call(executive, 'POST', '/audits', wrong);
  const { faults } = (reply.body as { data: { faults: { field: string; code: string }[] } }).data;
  expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'plannedTo before-start',
    'areas not-known',
    'clauses not-known',
    'team out-of-scope',
  ]);
  for (const [team, code] of [
    [[seat(executive, [])], 'not-auditor'],
    [[seat(auditor, []), seat(auditor, [], false)], 'twice'],
    [[seat(auditor, ['S1'], false)], 'one-lead'],
    [[seat(auditor, ['S1', 'S1'])], 'area-twice'],
  ] as const) {
    const { body } = await call(executive, 'POST', '/audits', plan(team));
    expect(body).toMatchObject({ data: { faults: [{ field: 'team', code }] } });
  }
});

test('of two who change a plan the late one is told what stands; a neighbour finds nothing', async () => {
  const { auditor, executive } = world.here.people;
  const { id } = (await call(executive, 'POST', '/audits', plan([seat(auditor, ['S1'])]))).body as AuditView;
  const change = { ...plan([seat(auditor, ['S2'])], { title: '直した題名' }), revision: 1 };
  expect(await call(auditor, 'PUT', `/audits/${id}`, change)).toMatchObject({
    status: 200,
    body: { title: '直した題名', revision: 2, team: [{ areas: ['S2'] }] },
  });
  expect(await call(executive, 'PUT', `/audits/${id}`, change)).toMatchObject({
    status: 409,
    body: { code: 'audit/changed', data: { current: { title: '直した題名' } } },
  });
  const { elsewhere } = world;
  const theirs = elsewhere.people.auditor;
  expect(await call(theirs, 'GET', `/audits/${id}`, undefined, elsewhere)).toMatchObject({ status: 404 });
  expect(await call(theirs, 'PUT', `/audits/${id}`, { ...change, revision: 2 }, elsewhere)).toMatchObject({
    status: 404,
  });
  expect((await call(theirs, 'GET', '/audits', undefined, elsewhere)).body).toMatchObject({ audits: [] });
});
