import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { workbookType } from '#core/sheet/contract.ts';
import type { Answer } from '#core/sheet/run.ts';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';
import { loadCatalogue } from '../catalogue/index.ts';

let server: TestServer;
let here: TestFacility;
let runPath: string;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  here = await addTestFacility(server, { name: 'みなと病院' });
  runPath = `/facilities/${here.id}/runs/${await begunRun(server, here, 'checklist-institution')}`;
});

const today = '2026-11-27';
const call = (method: string, path: string, body?: unknown) =>
  request(server, here.people.planner, { method, path, ...(body === undefined ? {} : { body }) });
const save = (item: string, body: object) =>
  call('PUT', `${runPath}/answers/${item}`, { note: '', revision: 0, confirmedOn: today, ...body });
const submit = () => call('POST', `${runPath}/submission`);
const answers = async () => ((await call('GET', runPath)).body as { answers: Answer[] }).answers;

const sheet = latestSheet(loadCatalogue(), 'checklist-institution');
const ids = sheet ? itemsOf(sheet).map(({ id }) => id) : [];
const fill = async (left: readonly string[] = []) => {
  for (const id of ids.filter((one) => !left.includes(one))) await save(id, { value: 'yes' });
};

test('an answer keeps its days, in the run and in its history', async () => {
  const saved = await save('R7-H-1-01', { value: 'no', targetOn: '2027-03-31' });
  expect(saved).toMatchObject({ status: 200, body: { confirmedOn: today, targetOn: '2027-03-31' } });
  await save('R7-H-1-01', { value: 'yes', revision: 1 });
  expect(await answers()).toMatchObject([{ confirmedOn: today, targetOn: null, revision: 2 }]);
  expect((await call('GET', `${runPath}/answers/R7-H-1-01/history`)).body).toMatchObject([
    { value: 'yes', targetOn: null },
    { value: 'no', targetOn: '2027-03-31' },
  ]);
});

test('another day alone is a change, and upon an older revision a conflict that tells the days', async () => {
  await save('R7-H-1-01', { value: 'yes' });
  expect(await save('R7-H-1-01', { value: 'yes', confirmedOn: '2026-11-01', revision: 1 })).toMatchObject({
    body: { revision: 2 },
  });
  expect(await save('R7-H-1-01', { value: 'yes', revision: 1 })).toMatchObject({
    status: 409,
    body: { data: { current: { confirmedOn: '2026-11-01', revision: 2 } } },
  });
});

test('a day that is none it can have is refused by its name, and so is one on another sheet', async () => {
  expect(await save('R7-H-1-01', { value: 'yes', confirmedOn: '2026-11-28' })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ item: 'R7-H-1-01', field: 'confirmedOn', code: 'confirmed-not-valid' }] } },
  });
  expect(await save('R7-H-1-01', { value: 'no', targetOn: '2027-04-01' })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'targetOn', code: 'target-not-valid' }] } },
  });
  runPath = `/facilities/${here.id}/runs/${await begunRun(server, here, 'network-level')}`;
  expect(await save('N1', { value: 'yes' })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ code: 'days-not-taken' }] } },
  });
});

test('it is submitted once nothing is unanswered and no day is missing, without score and comparison', async () => {
  await fill(['R7-H-2-01']);
  expect(await submit()).toMatchObject({ status: 409, body: { code: 'assessment/unanswered' } });
  await save('R7-H-2-01', { value: 'no' });
  expect(await submit()).toMatchObject({
    status: 409,
    body: { code: 'assessment/days-missing', data: { items: [{ id: 'R7-H-2-01' }] } },
  });
  await save('R7-H-2-01', { value: 'no', targetOn: '2027-01-31', revision: 1 });
  expect(await submit()).toMatchObject({
    status: 200,
    body: { run: { status: 'submitted' }, result: { score: null, areas: [] }, comparison: null },
  });
  expect(await save('R7-H-1-01', { value: 'no', revision: 1 })).toMatchObject({ status: 409 });
  const counted = await server.db.selectFrom('run_stage_summary').select('sheet_id').execute();
  expect(counted).toEqual([]);
});

test('いいえ at the gate is enough by itself', async () => {
  await save('R7-H-0', { value: 'no' });
  expect(await submit()).toMatchObject({ status: 200 });
});

test('without a vendor under contract the items on vendors stay empty', async () => {
  await fill(['R7-H-2-02', 'R7-H-2-03']);
  expect(await submit()).toMatchObject({
    status: 409,
    body: { data: { items: [{ id: 'R7-H-2-02' }, { id: 'R7-H-2-03' }] } },
  });
  expect(await call('PUT', `${runPath}/without-vendor`, { withoutVendor: true })).toMatchObject({
    status: 200,
    body: { withoutVendor: true },
  });
  expect(await submit()).toMatchObject({ status: 200 });
  expect(await call('PUT', `${runPath}/without-vendor`, { withoutVendor: false })).toMatchObject({ status: 409 });
});

test('a sheet that asks for no vendor knows no such thing, and another facility not the run', async () => {
  const other = `/facilities/${here.id}/runs/${await begunRun(server, here, 'network-level')}`;
  expect(await call('PUT', `${other}/without-vendor`, { withoutVendor: true })).toMatchObject({ status: 404 });
  const stranger = await addTestFacility(server, { name: 'よその病院' });
  const path = `${runPath.replace(here.id, stranger.id)}/without-vendor`;
  expect(
    await request(server, stranger.people.planner, { method: 'PUT', path, body: { withoutVendor: true } }),
  ).toMatchObject({ status: 404 });
});

test('the days go out in Excel and CSV and come back unchanged', async () => {
  await save('R7-H-1-01', { value: 'no', targetOn: '2027-03-31', confirmedOn: '2026-11-01' });
  const csv = new TextDecoder().decode((await call('GET', `${runPath}/answers.csv`)).body as Uint8Array);
  expect(csv).toContain('item,value,note,confirmedOn,targetOn');
  expect(csv).toContain('R7-H-1-01,いいえ,,2026-11-01,2027-03-31');
  const file = (await call('GET', `${runPath}/workbook`)).body as Uint8Array<ArrayBuffer>;
  const back = () =>
    request(server, here.people.planner, {
      method: 'POST',
      path: `${runPath}/workbook`,
      bytes: { content: file, type: workbookType },
    });
  expect(await back()).toMatchObject({ status: 200, body: { written: 0, conflicts: [] } });
  await save('R7-H-1-01', { value: 'yes', revision: 1 });
  expect(await back()).toMatchObject({
    body: {
      conflicts: [
        { current: { value: 'yes' }, yours: { value: 'no', confirmedOn: '2026-11-01', targetOn: '2027-03-31' } },
      ],
    },
  });
});

test('what stood last year is carried over without its days, to be confirmed this year', async () => {
  await fill();
  await submit();
  server.clock.now = new Date('2027-05-01T03:00:00Z');
  runPath = `/facilities/${here.id}/runs/${await begunRun(server, here, 'checklist-institution')}`;
  await call('POST', `${runPath}/carry-over`, { itemIds: ['R7-H-1-01'] });
  expect(await answers()).toMatchObject([{ value: 'yes', toConfirm: true, confirmedOn: null, targetOn: null }]);
});
