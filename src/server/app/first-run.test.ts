import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

let server: TestServer;
let world: World;

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

test('a planner begins, answers and submits a run and reads its result', async () => {
  const { id, people } = world.here;
  const begun = await request(server, people.planner, {
    method: 'POST',
    path: `/facilities/${id}/runs`,
    body: { sheetId: 'hospital' },
  });
  expect(begun).toMatchObject({ status: 200, body: { status: 'open', answered: 0, items: 80, fiscalYear: 2026 } });
  const { id: runId } = begun.body as { id: string };
  const early = await request(server, people.planner, {
    method: 'POST',
    path: `/facilities/${id}/runs/${runId}/submission`,
  });
  expect(early).toMatchObject({ status: 409, body: { code: 'assessment/unanswered' } });
  const sheet = latestSheet(loadCatalogue(), 'hospital');
  for (const item of sheet ? itemsOf(sheet) : []) {
    const saved = await request(server, people.operator, {
      method: 'PUT',
      path: `/facilities/${id}/runs/${runId}/answers/${item.id}`,
      body: { value: '2', note: '', revision: 0 },
    });
    expect(saved).toMatchObject({ status: 200, body: { revision: 1 } });
  }
  const submitted = await request(server, people.planner, {
    method: 'POST',
    path: `/facilities/${id}/runs/${runId}/submission`,
  });
  expect(submitted).toMatchObject({ status: 200, body: { preview: false, result: { score: 2, weakAreas: [] } } });
  const read = await request(server, people.executive, {
    method: 'GET',
    path: `/facilities/${id}/runs/${runId}/result`,
  });
  expect(read).toMatchObject({
    status: 200,
    body: { run: { status: 'submitted' }, comparison: { others: null, percentile: null } },
  });
  expect(server.errors).toEqual([]);
});
