import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';

let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
});
afterAll(() => server.stop());

const answers = { ownServers: 'yes', appOnPc: 'no', updatesEntrusted: 'no' };
const choose = (body: unknown) =>
  request(server, here.people.planner, { method: 'PUT', path: `/facilities/${here.id}/sheet-choice`, body });

test('an answer the branch does not ask for is refused, and what it asks for is kept', async () => {
  const more = await choose({ ...answers, servers: [{ name: '電子カルテ', onPc: false, updatesEntrusted: 'yes' }] });
  expect(more).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'servers', code: 'not-known' }] } } });
  const chosen = await choose(answers);
  expect(chosen.status).toBe(200);
  const kept = (chosen.body as { sheetChoice: { answers: object } }).sheetChoice;
  expect(kept).toMatchObject({ choice: { deemedCompliance: 'does-not-apply' } });
  expect(kept.answers).toEqual(answers);
});

test.each(['a\u0000b', '\ud83d'])(
  'text the database cannot hold is told with its field, also where nobody asks for it: %j',
  async (name) => {
    const told = await choose({ ...answers, servers: [{ name, onPc: false, updatesEntrusted: 'yes' }] });
    expect(told).toMatchObject({
      status: 400,
      body: { data: { faults: [{ field: 'servers.0.name', code: 'character-not-usable' }] } },
    });
    expect(server.errors).toEqual([]);
  },
);

test('the functions of a facility are kept once each', async () => {
  const edit = { type: 'hospital', beds: 200, ehr: 'none', systemStaff: null, revision: 1 };
  const path = `/facilities/${here.id}/profile`;
  const save = (functions: readonly string[]) =>
    request(server, here.people.planner, { method: 'PUT', path, body: { ...edit, functions } });
  expect(await save(Array(11).fill('perinatal'))).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'functions' }] } },
  });
  expect(await save(Array(9).fill('perinatal'))).toMatchObject({ status: 200, body: { functions: ['perinatal'] } });
});
