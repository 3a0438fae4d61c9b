import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ResultView } from '#core/assessment/contract.ts';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { madeUpR8, newItemOf } from '#core/catalogue/testing/made-up-r8.ts';
import type { VendorRegister } from '#core/compliance/vendor-form/vendor-system.ts';
import type { Run } from '#core/sheet/run.ts';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { formSecret } from '../app/testing/vendor-form-fixtures.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { inFacility } from '../platform/database/transaction.ts';

const shipped = loadCatalogue();
const found = latestSheet(shipped, 'checklist-institution');
if (!found) throw new Error('no checklist');
const r7 = found;
const { sheet: r8, bridge } = madeUpR8(r7);
const ofVendors = latestSheet(shipped, 'checklist-vendor');
if (!ofVendors) throw new Error('no form of vendors');
const vendorR8 = madeUpR8(ofVendors);
const fresh = newItemOf(r7);

let before: TestServer;
/** The same installation after R8 came. */
let after: TestServer;
let here: TestFacility;
let runPath: string;
beforeAll(async () => {
  before = await startTestServer();
  const catalogue = { ...shipped, sheets: [...shipped.sheets, r8, vendorR8.sheet], bridges: [bridge, vendorR8.bridge] };
  after = await startTestServer({ catalogue }, before);
});
afterAll(async () => {
  await after.stop();
  await before.stop();
});
beforeEach(async () => {
  before.clock.now = new Date('2026-11-27T03:00:00Z');
  here = await addTestFacility(before, { name: 'みなと病院' });
  runPath = `/facilities/${here.id}/runs/${await begunRun(before, here, 'checklist-institution')}`;
});

const call = (server: TestServer, person: TestPerson, method: string, path: string, body?: object) =>
  request(server, person, { method, path, ...(body && { body }) });
const planner = () => here.people.planner;
const manager = () => here.people['safety-manager'];
const save = (server: TestServer, item: string, body: object = {}) =>
  call(server, planner(), 'PUT', `${runPath}/answers/${item}`, {
    value: 'yes',
    note: '',
    revision: 0,
    confirmedOn: '2026-11-27',
    ...body,
  });
const move = (person = manager(), version = 'R8') => call(after, person, 'PUT', `${runPath}/version`, { version });
const runNow = async () => (await call(after, planner(), 'GET', runPath)).body as Run;
const fillR7 = async () => {
  for (const { id } of itemsOf(r7)) await save(before, id, { note: id });
};

test('an open run goes over: what is unchanged keeps its answer, day and author, the rest is asked, and history stays', async () => {
  await fillR7();
  await save(before, 'R7-H-2-01', { value: 'no', targetOn: '2027-03-31', revision: 1 });
  expect(await runNow()).toMatchObject({ sheetVersion: 'R7', newerVersion: 'R8', may: { move: false } });
  const moved = (await move()).body as Run;
  expect(moved).toMatchObject({ sheetVersion: 'R8', newerVersion: null, answered: 16, items: 19, toConfirm: 0 });
  expect(moved.answers.map(({ itemId }) => itemId).every((id) => id.startsWith('R8-'))).toBe(true);
  expect(moved.answers.find(({ itemId }) => itemId === 'R8-H-2-01')).toMatchObject({
    value: 'no',
    targetOn: '2027-03-31',
    answeredBy: { id: planner().id },
  });
  const asked = itemsOf(r8).filter(({ id }) => !moved.answers.some(({ itemId }) => itemId === id));
  expect(asked.map(({ id }) => id)).toEqual(['R8-H-2-07', 'R8-H-2-10', fresh]);
  const history = await call(after, planner(), 'GET', `${runPath}/answers/R8-H-2-01/history`);
  expect(history.body).toMatchObject([{ revision: 1, origin: 'bridged', value: 'no' }]);
  const earlier = await inFacility(after.db, { facilityId: here.id, personId: planner().id }, (tx) =>
    tx.selectFrom('answer_history').select('revision').where('item_id', '=', 'R7-H-2-01').execute(),
  );
  expect(earlier).toHaveLength(2);
});

test('what was answered to the older wording stands beside the newer one, and is not counted', async () => {
  await fillR7();
  await move();
  expect((await call(after, planner(), 'GET', `${runPath}/earlier-answers`)).body).toMatchObject({
    version: 'R7',
    fiscalYear: 2026,
    answers: [
      { itemId: 'R8-H-2-07', answer: { itemId: 'R7-H-2-07', note: 'R7-H-2-07' } },
      { itemId: 'R8-H-2-10', answer: { itemId: 'R7-H-2-10' } },
    ],
  });
});

test('the move is one recorded act, and a second one changes nothing', async () => {
  await save(before, 'R7-H-1-01');
  const [one, other] = await Promise.all([move(), move()]);
  expect([one.status, other.status]).toEqual([200, 200]);
  const acts = await inFacility(after.db, { facilityId: here.id, personId: planner().id }, (tx) =>
    tx.selectFrom('activity').select(['act', 'detail']).where('act', '=', 'sheet.moved').execute(),
  );
  expect(acts).toEqual([{ act: 'sheet.moved', detail: { from: 'R7', to: 'R8' } }]);
  expect((await runNow()).answered).toBe(1);
});

test('whoever has the older version open is told so, and may go on after reading the run anew', async () => {
  await move();
  expect(await save(after, 'R7-H-1-01')).toMatchObject({ status: 409, body: { code: 'sheet/run-moved' } });
  expect((await save(after, 'R8-H-1-01')).status).toBe(200);
  expect((await save(after, 'NO-SUCH')).status).toBe(404);
});

test('an area stays with whoever had it', async () => {
  const path = `${runPath}/areas/R7-2/assignment`;
  await call(before, planner(), 'PUT', path, { personId: here.people.staff.id });
  const { assignments } = (await move()).body as Run;
  expect(assignments).toMatchObject([{ areaId: 'R8-2', person: { id: here.people.staff.id } }]);
});

test('only the safety manager moves a run, only an open one, only to the version in use', async () => {
  const { executive, 'facility-administrator': administrator } = here.people;
  expect((await move(administrator)).status).toBe(403);
  expect(await move(executive)).toMatchObject({ status: 403 });
  expect(await move(manager(), 'R9')).toMatchObject({ status: 409, body: { code: 'sheet/no-newer-version' } });
  await fillR7();
  expect((await call(before, planner(), 'POST', `${runPath}/submission`)).status).toBe(200);
  expect(await move()).toMatchObject({ status: 409, body: { code: 'sheet/run-locked' } });
  expect(await runNow()).toMatchObject({ sheetVersion: 'R7', answered: 19, newerVersion: null });
});

test('a run of next year on the newer version takes the unchanged answers over as to be confirmed, and compares with them', async () => {
  await fillR7();
  await call(before, planner(), 'POST', `${runPath}/submission`);
  before.clock.now = new Date('2027-04-10T03:00:00Z');
  runPath = `/facilities/${here.id}/runs/${await begunRun(after, here, 'checklist-institution')}`;
  const last = (await call(after, planner(), 'GET', `${runPath}/last-year`)).body as { answers: { itemId: string }[] };
  const ids = last.answers.map(({ itemId }) => itemId);
  expect([ids.length, ids.includes('R8-H-2-07'), ids.includes('R8-H-2-01')]).toEqual([16, false, true]);
  await call(after, planner(), 'POST', `${runPath}/carry-over`, { itemIds: ids });
  expect(await runNow()).toMatchObject({ sheetVersion: 'R8', answered: 16, toConfirm: 16 });
  expect((await call(after, planner(), 'GET', `${runPath}/earlier-answers`)).body).toMatchObject({
    version: 'R7',
    fiscalYear: 2026,
    answers: [{ itemId: 'R8-H-2-07' }, { itemId: 'R8-H-2-10' }],
  });
  await save(after, 'R8-H-1-01', { value: 'no', targetOn: '2028-03-31', confirmedOn: '2027-04-10', revision: 1 });
  await save(after, 'R8-H-2-07', { value: 'no', targetOn: '2028-03-31', confirmedOn: '2027-04-10' });
  const { previous } = (await call(after, planner(), 'GET', `${runPath}/result`)).body as ResultView;
  const changed = previous?.change.items.filter(({ after: now }) => now !== null);
  expect(changed).toMatchObject([{ item: 'R8-H-1-01', before: 'yes', after: 'no' }]);
});

test('the form of a vendor goes over too, by the safety manager; what the vendor has open is told so and not saved to what is gone', async () => {
  const token = await formSecret(before, here);
  const byLink = (path: string, body: object) =>
    request(after, undefined, { method: 'POST', path, body: { token, ...body } });
  const answer = { value: 'yes', note: '', revision: 0, confirmedOn: '2026-11-27', targetOn: null };
  const opened = async () =>
    (await byLink('/vendor-form', {})).body as { sheetVersion: string; answers: { itemId: string }[] };
  expect(await byLink('/vendor-form/answer', { ...answer, itemId: 'R7-V-2-02' })).toMatchObject({ status: 200 });
  const { systems } = (await call(after, planner(), 'GET', `/facilities/${here.id}/vendor-systems`))
    .body as VendorRegister;
  const path = `/facilities/${here.id}/runs/${systems[0]?.form?.runId}/version`;
  expect(await call(after, planner(), 'PUT', path, { version: 'R8' })).toMatchObject({ status: 403 });
  expect(await call(after, manager(), 'PUT', path, { version: 'R8' })).toMatchObject({ status: 200 });
  expect(await opened()).toMatchObject({ sheetVersion: 'R8', answers: [{ itemId: 'R8-V-2-02' }] });
  expect(await byLink('/vendor-form/answer', { ...answer, itemId: 'R7-V-2-04' })).toMatchObject({
    status: 409,
    body: { code: 'compliance/form-moved', message: expect.stringContaining('新しい版に替わった') },
  });
  expect(await byLink('/vendor-form/answer', { ...answer, itemId: 'R8-V-2-04' })).toMatchObject({ status: 200 });
});
