import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { workbookType } from '#core/sheet/contract.ts';
import { type Reply, request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';

let server: TestServer;
let here: TestFacility;
let runPath: string;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});
/** Staff has area S8; S1 and S8 are answered by the planner. */
beforeEach(async () => {
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
  runPath = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
  const body = { personId: here.people.staff.id };
  await request(server, here.people.planner, { method: 'PUT', path: `${runPath}/areas/S8/assignment`, body });
  await save('S1', 0);
  await save('S8', 0);
});

const save = (item: string, revision: number, note = '責任者がいない') => {
  const body = { value: '1', note, revision };
  return request(server, here.people.planner, { method: 'PUT', path: `${runPath}/answers/${item}`, body });
};
const selfCheck = (person: TestPerson, itemId: string, value: string, note = '') =>
  request(server, person, {
    method: 'POST',
    path: `${runPath}/self-check`,
    body: { answers: [{ itemId, value, note }] },
  });
const workbookOf = async (person: TestPerson) =>
  (await request(server, person, { method: 'GET', path: `${runPath}/workbook` })).body as Uint8Array<ArrayBuffer>;
const upload = (person: TestPerson, content: Uint8Array<ArrayBuffer>) =>
  request(server, person, { method: 'POST', path: `${runPath}/workbook`, bytes: { content, type: workbookType } });

function expectNothingTold(reply: Reply): void {
  expect(reply).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect(JSON.stringify(reply.body)).not.toContain('責任者がいない');
}

describe('staff', () => {
  test('learn nothing of an area not theirs by offering answers of a self-check, right or wrong', async () => {
    const { staff } = here.people;
    for (const [item, value, note] of [
      ['S1', '3', ''],
      ['S1', '1', '責任者がいない'],
      ['S1', 'not-applicable', ''],
      ['S2', '0', ''],
    ] as const) {
      expectNothingTold(await selfCheck(staff, item, value, note));
    }
    expect(await selfCheck(staff, 'S8', '2')).toMatchObject({
      status: 200,
      body: { written: 0, conflicts: [{ current: { itemId: 'S8', value: '1' } }] },
    });
  });

  test('learn nothing of an area not theirs from a workbook with old answers, though a colleague’s', async () => {
    const { staff, planner } = here.people;
    const file = await workbookOf(planner);
    await save('S1', 1, '責任者がいない。秋に決める');
    expectNothingTold(await upload(staff, file));
    expect(await upload(planner, file)).toMatchObject({ body: { conflicts: [{ current: { itemId: 'S1' } }] } });
  });

  test('take their own workbook in: what it leaves empty asks for nothing', async () => {
    const { staff } = here.people;
    expect(await upload(staff, await workbookOf(staff))).toMatchObject({
      status: 200,
      body: { written: 0, unchanged: 13, conflicts: [] },
    });
  });
});
