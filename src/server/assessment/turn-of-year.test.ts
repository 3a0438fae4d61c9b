import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResultView } from '#core/assessment/contract.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { saveSummary } from './repository.ts';

const sheetId = 'small-facility';
const clinic = { type: 'clinic', beds: 0 } as const;
let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2027-03-31T14:00:00Z');
  here = await addTestFacility(server, { name: 'みなと診療所', ...clinic }, ['planner']);
  for (let index = 0; index < 10; index += 1) await addCompared(`診療所${index}`);
});
afterAll(() => server.stop());

/** Another clinic, which scored 1 last year and 3 this year. */
async function addCompared(name: string): Promise<void> {
  const facility = await addTestFacility(server, { name, ...clinic }, ['planner']);
  const facilityId = facility.id;
  const runId = await begunRun(server, facility);
  const common = { sheet_id: sheetId, sheet_version: '1.0.0', level: null, facility_type: 'clinic', run_id: runId };
  const row = { ...common, facility_id: facilityId, bed_class: 'under-20', submitted_at: server.clock.now };
  await inFacility(server.db, { facilityId, personId: facility.people.planner.id }, async (tx) => {
    await saveSummary(tx, { ...row, fiscal_year: 2026, score: 1 });
    await saveSummary(tx, { ...row, fiscal_year: 2027, score: 3 });
  });
}

async function submitted(runId: string, value: string): Promise<ResultView> {
  const person = here.people.planner;
  await answerAll(server, { facility: here, runId, sheetId, person }, () => value);
  const path = `/facilities/${here.id}/runs/${runId}/submission`;
  return (await request(server, person, { method: 'POST', path })).body as ResultView;
}

test('a run of last year submitted in April stands among the results of its year', async () => {
  const runId = await begunRun(server, here);
  server.clock.now = new Date('2027-04-02T03:00:00Z');
  expect(await submitted(runId, '2')).toMatchObject({
    run: { fiscalYear: 2026 },
    comparison: { others: 10, percentile: 100 },
    previous: null,
  });
});

test('the run of this year stands among those of this year, and its change is since the one of last year submitted in April', async () => {
  expect(await submitted(await begunRun(server, here), '1')).toMatchObject({
    run: { fiscalYear: 2027 },
    comparison: { others: 10, percentile: 0 },
    previous: { fiscalYear: 2026, change: { score: { before: 2, after: 1, change: -1 } } },
  });
});
