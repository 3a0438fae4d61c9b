import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { askedByHand } from '../../app/testing/decision-fixtures.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer, testOutbox } from '../../app/testing/test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../../app/testing/world.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { tellDueAgain } from './tell-due-again.ts';

let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
});
afterAll(() => server.stop());

const call = async (by: TestPerson, path: string, body: object) =>
  (await request(server, by, { method: 'POST', path: `/facilities/${here.id}${path}`, body })).body as DecisionRequest;
const accepted = async (until: string) => {
  const asked = await call(here.people.planner, '/decision-requests', { ...askedByHand, kind: 'risk-acceptance' });
  return decide(asked, until);
};
const decide = ({ id: requestId, revision }: DecisionRequest, until: string) =>
  call(here.people.executive, '/decisions', { requestId, revision, outcome: 'approved', reason: '', until });
const waiting = (requestId: string) =>
  withClient(server.database.owner, async (client) => {
    const { rows } = await client.query<{ at: Date }>(
      `select run_at as at from graphile_worker.jobs where key = 'plan.due-again ' || $1`,
      [requestId],
    );
    return rows.map(({ at }) => at.toISOString());
  });
const told = (requestId: string) =>
  server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${here.id}, true)`.execute(tx);
    const rows = await tx.selectFrom('mail').select(['kind', 'person_id']).where('subject', '=', requestId).execute();
    return rows.filter(({ kind }) => kind === 'decision-due-again').map(({ person_id }) => person_id);
  });
const run = (requestId: string, now: string) =>
  tellDueAgain({ db: server.db, outbox: testOutbox, now: new Date(now) }, { facilityId: here.id, requestId });

test('accepting a risk asks for one job at the beginning of the day after its last, a later decision for its own', async () => {
  const { id } = await accepted('2026-12-31');
  expect(await waiting(id)).toEqual(['2026-12-31T15:00:00.000Z']);
  server.clock.now = new Date('2027-01-04T03:00:00Z');
  const due = await call(here.people.executive, '/decisions', {
    requestId: id,
    revision: 2,
    outcome: 'deferred',
    reason: '',
    until: '2027-01-31',
  });
  expect(due.decisions).toHaveLength(2);
  expect(await waiting(id)).toEqual(['2027-01-30T15:00:00.000Z']);
  server.clock.now = new Date('2026-11-21T03:00:00Z');
});

test('on that day the executives are told, and nobody before it or after it was decided anew', async () => {
  const { id } = await accepted('2026-12-31');
  await run(id, '2026-12-31T14:59:00Z');
  expect(await told(id)).toEqual([]);
  await run(id, '2026-12-31T15:00:00Z');
  expect(await told(id)).toEqual([here.people.executive.id]);
  await run('22222222-2222-4222-8222-222222222222', '2027-01-01T15:00:00Z');
});

test('who has decided may have left: those who are executives then are told', async () => {
  const { id } = await accepted('2026-12-31');
  const { executive, planner } = here.people;
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${here.id}, true)`.execute(tx);
    await sql`update member set roles = array['executive'] where person_id = ${planner.id}`.execute(tx);
    await sql`delete from member where person_id = ${executive.id}`.execute(tx);
  });
  await run(id, '2027-01-01T03:00:00Z');
  expect(await told(id)).toEqual([planner.id]);
});
