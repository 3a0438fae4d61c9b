import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('a facility that asks for many reports at once is told to wait and holds back no other', async () => {
  const [greedy, modest] = [
    await addTestFacility(server, { name: '丘の上診療所', type: 'clinic', beds: 0 }),
    await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: 0 }),
  ];
  const ask = async (facility: TestFacility, runId: string) =>
    request(server, facility.people.planner, {
      method: 'GET',
      path: `/facilities/${facility.id}/runs/${runId}/report.pdf`,
    });
  const [many, one] = [await begunRun(server, greedy), await begunRun(server, modest)];
  const asked = Array.from({ length: 25 }, () => ask(greedy, many));
  const refusal = await Promise.any(
    asked.map(async (reply) => ((await reply).status === 200 ? Promise.reject(new Error('made')) : reply)),
  );
  expect(refusal).toMatchObject({
    status: 503,
    body: { code: 'try-later', message: expect.stringMatching(/この施設の処理.*もう一度お試しください/) },
  });
  expect((await ask(modest, one)).status).toBe(200);
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(5);
  expect((await ask(greedy, many)).status).toBe(200);
});
