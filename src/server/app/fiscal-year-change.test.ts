import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import type { Run, RunSummary } from '#core/sheet/run.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { pdf } from '../platform/files/testing/sample-files.ts';
import { type Call, type Reply, request } from './testing/request.ts';
import { answerAll } from './testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

const lastSecond = new Date('2027-03-31T14:59:59.999Z');
const firstSecond = new Date('2027-03-31T15:00:00.000Z');

let server: TestServer;
let world: World;
let run: Run;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  server.clock.now = lastSecond;
});
afterAll(() => server.stop());

type Role = 'planner' | 'executive' | 'staff';
const as = (role: Role, call: Call): Promise<Reply> => request(server, world.here.people[role], call);
const read = async <T>(role: Role, path: string) => (await as(role, { method: 'GET', path })).body as T;
const facility = () => `/facilities/${world.here.id}`;
const begin = async () =>
  (await as('planner', { method: 'POST', path: `${facility()}/runs`, body: { sheetId: 'small-facility' } }))
    .body as Run;
const addEvidence = (itemId: string) =>
  as('staff', {
    method: 'POST',
    path: `${facility()}/items/${itemId}/evidence?name=a.pdf`,
    bytes: { content: pdf, type: 'application/octet-stream' },
  });
const programme = async () => {
  const path = `/organisations/${world.prefecture.id}/programme`;
  const officer = world.prefecture.people['programme-officer'];
  return (await request(server, officer, { method: 'GET', path })).body;
};

test('a run begun in the last second of March belongs to the year that ends', async () => {
  run = await begin();
  expect(run.fiscalYear).toBe(2026);
  expect(await programme()).toMatchObject({ fiscalYear: 2026 });
  const person = world.here.people.planner;
  await answerAll(server, { facility: world.here, runId: run.id, sheetId: 'small-facility', person });
  const [area] = latestSheet(loadCatalogue(), 'small-facility')?.areas ?? [];
  const path = `${facility()}/runs/${run.id}/areas/${area?.id}/assignment`;
  await as('planner', { method: 'PUT', path, body: { personId: world.here.people.staff.id } });
  expect(await addEvidence(area?.items[0]?.id ?? '')).toMatchObject({ status: 200 });
});

test('a second later the year is new, and what is still open of the old one is worked on and submitted as of its year', async () => {
  server.clock.now = firstSecond;
  expect(await programme()).toMatchObject({ fiscalYear: 2027 });
  const submitted = await as('planner', { method: 'POST', path: `${facility()}/runs/${run.id}/submission` });
  expect(submitted.status).toBe(200);
  expect(await read('planner', `${facility()}/runs/${run.id}`)).toMatchObject({
    fiscalYear: 2026,
    status: 'submitted',
  });
  expect(await read('executive', `${facility()}/runs/${run.id}/result`)).toMatchObject({ run: { fiscalYear: 2026 } });
});

test('the new year has a run of its own, which takes over what was answered in the old one to be confirmed', async () => {
  const next = await begin();
  expect(next).toMatchObject({ fiscalYear: 2027, status: 'open', answered: 0 });
  expect(next.id).not.toBe(run.id);
  expect((await begin()).id).toBe(next.id);
  const last = await read<{ fiscalYear: number; answers: { itemId: string }[] }>(
    'planner',
    `${facility()}/runs/${next.id}/last-year`,
  );
  expect(last.fiscalYear).toBe(2026);
  const body = { itemIds: last.answers.map(({ itemId }) => itemId) };
  await as('planner', { method: 'POST', path: `${facility()}/runs/${next.id}/carry-over`, body });
  const carried = await read<Run>('planner', `${facility()}/runs/${next.id}`);
  expect(carried.toConfirm).toBe(last.answers.length);
  const runs = await read<RunSummary[]>('planner', `${facility()}/runs`);
  expect(runs.map(({ fiscalYear, status }) => [fiscalYear, status])).toEqual([
    [2027, 'open'],
    [2026, 'submitted'],
  ]);
});

test('a clock that goes back over the turn of the year finds the old run again, and the log goes on being sealed', async () => {
  server.clock.now = lastSecond;
  expect((await begin()).id).toBe(run.id);
  const dayAfter = new Date(firstSecond.getTime() + 86_400_000);
  await expect.poll(() => sealActivity(server.db, dayAfter), { timeout: 20_000 }).toBeGreaterThan(0);
  await begin();
  const body = { sheetId: 'network-level' };
  const begun = await as('planner', { method: 'POST', path: `${facility()}/runs`, body });
  expect(begun).toMatchObject({ status: 200, body: { fiscalYear: 2026 } });
  await expect.poll(() => sealActivity(server.db, server.clock.now), { timeout: 20_000 }).toBeGreaterThan(0);
  expect(server.errors).toEqual([]);
});
