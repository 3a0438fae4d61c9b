import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ActivityPage } from '#core/app/activity-contract.ts';
import { dayInJapan, daysAfter } from '#core/kernel/fiscal-year.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { remind } from '../../platform/due/remind.ts';
import { riskEdit, treatmentEdit } from '../../risk/testing/risk-edits.ts';
import { heldAudit, plannedAudit, reportedFinding } from '../testing/audit-fixtures.ts';
import { askedRequest } from '../testing/decision-fixtures.ts';
import { fixtures } from '../testing/fixtures.ts';
import { request } from '../testing/request.ts';
import { begunRun } from '../testing/sheet-fixtures.ts';
import { startTestServer, type TestServer, testOutbox } from '../testing/test-server.ts';
import { addMember, addSignedIn, makeWorld, type TestPerson, type World } from '../testing/world.ts';
import { dueSources } from './due-sources.ts';

let server: TestServer;
let world: World;
const sources = dueSources(loadCatalogue());
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  world = await makeWorld(server);
});

async function call(by: TestPerson, method: string, path: string, body?: object) {
  const reply = await request(server, by, {
    method,
    path: `/facilities/${world.here.id}${path}`,
    ...(body && { body }),
  });
  expect(reply.status).toBeLessThan(300);
  return reply.body as { id: string; revision: number };
}

type Waiting = { readonly run_at: Date; readonly payload: Parameters<typeof remind>[1] };
/** Takes the reminders of a kind that wait at the facility out of the queue. */
const taken = (kind: string) =>
  withClient(server.database.owner, async (client) => {
    const { rows } = await client.query<Waiting>(
      `delete from graphile_worker._private_jobs where key like 'due.remind ' || $1 || ' ' || $2 || ' %'
       returning run_at, payload`,
      [world.here.id, kind],
    );
    return rows;
  });

/** Who gets the reminders of a kind at the moment they wait for, and when that is. */
async function told(kind: string): Promise<{ day: string | undefined; people: readonly string[] }> {
  const letters = () =>
    asSystem(server.db, async (tx) => {
      const { rows } = await sql<{ id: string; person: string }>`select id, person_id as person from mail
        where facility_id = ${world.here.id} and kind in ('due-soon', 'due-passed') order by person_id`.execute(tx);
      return rows;
    });
  const before = new Set((await letters()).map(({ id }) => id));
  const jobs = await taken(kind);
  for (const { run_at: now, payload } of jobs)
    await remind({ db: server.db, outbox: testOutbox, sources, now }, payload);
  const people = (await letters()).filter(({ id }) => !before.has(id)).map(({ person }) => person);
  return { day: jobs[0] && dayInJapan(jobs[0].run_at), people };
}

async function another(role: 'executive' | 'planner'): Promise<TestPerson> {
  const person = await addSignedIn(server, `新しい${role}`);
  await addMember(server, world.here.id, person.id, [role]);
  return person;
}

test('what is to be decided is told to those who are executives on the day, once to each', async () => {
  const { executive, 'facility-administrator': administrator } = world.here.people;
  await askedRequest(server, world.here, { neededBy: '2027-01-31' });
  const successor = await another('executive');
  await call(administrator, 'PUT', `/members/${executive.id}`, { roles: ['planner'] });
  expect(await told('decision')).toEqual({ day: '2027-01-24', people: [successor.id] });
  const third = await another('executive');
  expect(await told('decision')).toEqual({ day: '2027-02-01', people: [successor.id, third.id].toSorted() });
  expect(await taken('decision')).toEqual([]);
});

test('the day to look over a document is told to who set it, and once that person is gone to those who plan', async () => {
  const { operator, planner, 'facility-administrator': administrator } = world.here.people;
  await call(operator, 'POST', '/regulations', {
    kind: 'policy',
    title: '方針',
    clauseIds: [],
    reviewOn: '2027-01-15',
  });
  expect(await told('review')).toEqual({ day: '2027-01-08', people: [operator.id] });
  await call(administrator, 'DELETE', `/members/${operator.id}`);
  expect(await told('review')).toEqual({ day: '2027-01-16', people: [planner.id] });
});

test('where nobody plans, the next role is told', async () => {
  const { planner, 'safety-manager': manager, 'facility-administrator': administrator } = world.here.people;
  await call(planner, 'PUT', '/year', { step: 'drill', dueOn: '2026-12-14' });
  await call(administrator, 'DELETE', `/members/${planner.id}`);
  expect(await told('year')).toEqual({ day: '2026-12-07', people: [manager.id] });
});

test('a step of the year with a day is told a week before it and on the day after, in the next year too; one done is not', async () => {
  const { executive, planner } = world.here.people;
  await call(executive, 'PUT', '/year', { step: 'act', dueOn: '2027-03-31' });
  expect(await told('year')).toEqual({ day: '2027-03-24', people: [planner.id] });
  expect(await told('year')).toEqual({ day: '2027-04-01', people: [planner.id] });
  expect(await taken('year')).toEqual([]);
  await call(executive, 'PUT', '/year', { step: 'drill', dueOn: '2026-12-20' });
  const clause = { clauseId: 'GOV7-3-15', note: '' };
  await call(executive, 'POST', '/clause-steps', { ...clause, step: 'instructed', after: 0 });
  await call(planner, 'POST', '/clause-steps', { ...clause, step: 'carried-out', after: 1 });
  expect(await told('year')).toEqual({ day: '2026-12-13', people: [] });
});

test('the first day of an audit is told to who leads it, and no more once it has begun', async () => {
  const { auditor } = world.here.people;
  const path = (await heldAudit(server, world)).replace(/.*\/audits/, '/audits');
  const team = [{ personId: auditor.id, lead: true, areas: ['S1'] }];
  const moved = { ...plannedAudit, plannedFrom: '2027-01-12', plannedTo: '2027-01-20', team, revision: 1 };
  await call(auditor, 'PUT', path, moved);
  expect(await told('audit')).toEqual({ day: '2027-01-05', people: [auditor.id] });
  await call(auditor, 'POST', `${path}/run`);
  expect(await told('audit')).toEqual({ day: '2027-01-13', people: [] });
});

test('what was said to be put right is told to who leads the audit, until it is looked at', async () => {
  const { auditor } = world.here.people;
  const path = (await reportedFinding(server, world, 'corrected')).replace(/.*\/audit-findings/, '/audit-findings');
  const last = daysAfter(dayInJapan(server.clock.now), 30);
  expect(await told('verification')).toEqual({ day: daysAfter(last, -7), people: [auditor.id] });
  await call(auditor, 'POST', `${path}/verification`, { step: 'closed', verdict: '見た', revision: 3 });
  expect(await told('verification')).toEqual({ day: daysAfter(last, 1), people: [] });
});

const task = {
  title: '台帳を作る',
  ownerId: null,
  dueOn: '2027-01-15',
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 1,
  aim: '',
  measuredBy: '',
};

test('a task nobody has is told to those who plan, by one job whoever had it before', async () => {
  const { operator, planner } = world.here.people;
  const { id } = await call(planner, 'POST', '/tasks', { ...task, ownerId: operator.id, fiscalYear: 2026 });
  await call(planner, 'PUT', `/tasks/${id}`, { ...task, revision: 1 });
  expect(await told('task')).toEqual({ day: '2027-01-08', people: [planner.id] });
  expect(await told('task')).toEqual({ day: '2027-01-16', people: [planner.id] });
  expect(await taken('task')).toEqual([]);
});

test('the tasks of a plan are nobody’s at first, and told to those who plan in one letter', async () => {
  const { planner } = world.here.people;
  const { method, path } = await fixtures['plan.acceptPlan'].call(server, world, 'planner');
  const measures = ['MS1', 'MS2', 'MS3'].map((id) => ({ id, quarter: 4 }));
  const { body } = await request(server, planner, { method, path, body: { fiscalYear: 2026, measures } });
  expect(body).toMatchObject({ added: 3 });
  expect(await told('task')).toEqual({ day: '2027-03-24', people: [planner.id] });
  expect(await told('task')).toEqual({ day: '2027-04-01', people: [planner.id] });
});

test('a clause, a treatment and a finding nobody has are told to those who plan', async () => {
  const { planner } = world.here.people;
  const edit = { revision: 0, ownerId: null, dueOn: '2027-01-15', documents: '', undone: '' };
  await call(planner, 'PUT', '/clauses', { clauseId: 'GOV7-1-04', ...edit });
  expect(await told('clause')).toEqual({ day: '2027-01-08', people: [planner.id] });
  const { id, revision } = await call(planner, 'POST', '/risks', riskEdit);
  await call(planner, 'POST', `/risks/${id}/treatments`, { ...treatmentEdit, revision, dueOn: '2027-01-15' });
  expect(await told('treatment')).toEqual({ day: '2027-01-08', people: [planner.id] });
  await reportedFinding(server, world);
  expect((await told('finding')).people).toEqual([planner.id]);
});

test('a target of somebody who has left is told by role too, and recorded once it has passed', async () => {
  const { planner, 'safety-manager': manager, 'facility-administrator': administrator, auditor } = world.here.people;
  const run = await begunRun(server, world.here, 'checklist-institution', planner);
  const answer = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-20', targetOn: '2027-01-31' };
  await call(planner, 'PUT', `/runs/${run}/answers/R7-H-1-01`, answer);
  await call(administrator, 'DELETE', `/members/${planner.id}`);
  expect(await told('target')).toEqual({ day: '2027-01-24', people: [manager.id] });
  expect(await told('target')).toEqual({ day: '2027-02-01', people: [manager.id] });
  const { body } = await request(server, auditor, { method: 'GET', path: `/facilities/${world.here.id}/activity` });
  expect((body as ActivityPage).entries[0]).toMatchObject({
    act: 'compliance.target-overdue',
    subject: 'R7-H-1-01',
    person: { id: manager.id },
  });
});

test('a clause and a target of the checklist, which have an id of the content, are told to whose they are', async () => {
  const { planner, operator } = world.here.people;
  const edit = { revision: 0, ownerId: operator.id, dueOn: '2027-01-15', documents: '', undone: '' };
  await call(planner, 'PUT', '/clauses', { clauseId: 'GOV7-1-04', ...edit });
  expect(await told('clause')).toEqual({ day: '2027-01-08', people: [operator.id] });
  const run = await begunRun(server, world.here, 'checklist-institution', planner);
  const answer = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-20', targetOn: '2027-01-31' };
  await call(planner, 'PUT', `/runs/${run}/answers/R7-H-1-01`, answer);
  expect(await told('target')).toEqual({ day: '2027-01-24', people: [planner.id] });
});
