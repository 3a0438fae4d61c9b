import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { workbookType } from '#core/sheet/contract.ts';
import type { Answer } from '#core/sheet/run.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addMember, addSignedIn, addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { inFacility } from '../platform/database/transaction.ts';

let server: TestServer;
let here: TestFacility;
let runPath: string;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.now = new Date('2026-11-21T03:00:00Z');
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
  runPath = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
});

const save = (person: TestPerson, item: string, body: { value: string | null; note?: string; revision: number }) =>
  request(server, person, { method: 'PUT', path: `${runPath}/answers/${item}`, body: { note: '', ...body } });
const get = (person: TestPerson, path: string) => request(server, person, { method: 'GET', path });
const post = (person: TestPerson, path: string, body?: unknown) =>
  request(server, person, { method: 'POST', path, body });
const answersIn = async (person: TestPerson): Promise<readonly Answer[]> =>
  ((await get(person, runPath)).body as { answers: Answer[] }).answers;

const activityOf = async (person: TestPerson) =>
  (await inFacility(server.db, { facilityId: here.id, personId: person.id }, (tx) =>
    tx.selectFrom('activity').select(['act', 'detail']).where('facility_id', '=', here.id).orderBy(sql`xid`).execute(),
  )) ?? [];

test('an answer gets the next revision, a history line and an activity row', async () => {
  const { planner, operator } = here.people;
  expect(await save(planner, 'S1', { value: '1', note: '𠮷田院長', revision: 0 })).toMatchObject({
    status: 200,
    body: { revision: 1 },
  });
  expect(await save(operator, 'S1', { value: '2', note: '掲示した', revision: 1 })).toMatchObject({
    body: { revision: 2, answeredBy: { name: operator.name }, answeredAt: '2026-11-21T03:00:00.000Z' },
  });
  expect((await get(planner, `${runPath}/answers/S1/history`)).body).toMatchObject([
    { value: '2', note: '掲示した', origin: 'typed', answeredBy: { name: operator.name } },
    { value: '1', note: '𠮷田院長', origin: 'typed', answeredBy: { name: planner.name } },
  ]);
  const answered = (await activityOf(planner)).filter(({ act }) => act === 'sheet.answered');
  expect(answered.map(({ detail }) => detail)).toEqual([
    { item: 'S1', revision: 1 },
    { item: 'S1', revision: 2 },
  ]);
});

test('a save with an old revision is refused with the other value, and changes nothing', async () => {
  const { planner, operator } = here.people;
  await save(planner, 'S2', { value: '3', revision: 0 });
  const stale = await save(operator, 'S2', { value: '0', revision: 0 });
  expect(stale).toMatchObject({
    status: 409,
    body: {
      code: 'sheet/stale-revision',
      data: { current: { value: '3', revision: 1, answeredBy: { name: planner.name } } },
    },
  });
  expect(await answersIn(planner)).toMatchObject([{ itemId: 'S2', value: '3', revision: 1 }]);
});

test('of many writers with the same revision exactly one wins', async () => {
  const { planner } = here.people;
  const replies = await Promise.all(
    ['0', '1', '2', '3', 'unknown'].map((value) => save(planner, 'S3', { value, revision: 0 })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
});

test('the same answer again is no new revision', async () => {
  const { planner } = here.people;
  await save(planner, 'S1', { value: '1', revision: 0 });
  expect(await save(planner, 'S1', { value: '1', revision: 0 })).toMatchObject({ status: 200, body: { revision: 1 } });
});

test('not applicable needs its reason, and a value of another scale is refused', async () => {
  const { planner } = here.people;
  const bare = await save(planner, 'S1', { value: 'not-applicable', revision: 0 });
  expect(bare).toMatchObject({
    status: 400,
    body: { data: { faults: [{ item: 'S1', field: 'note', code: 'note-missing' }] } },
  });
  const foreign = await save(planner, 'S1', { value: 'yes', revision: 0 });
  expect(foreign).toMatchObject({ status: 400, body: { data: { faults: [{ item: 'S1', field: 'value' }] } } });
});

test('staff answers the areas assigned to them and no others', async () => {
  const { staff, planner } = here.people;
  expect(await save(staff, 'S8', { value: '1', revision: 0 })).toMatchObject({ status: 403 });
  const assign = { method: 'PUT', path: `${runPath}/areas/S8/assignment`, body: { personId: staff.id } };
  expect(await request(server, planner, assign)).toMatchObject({ status: 200, body: { person: { name: staff.name } } });
  expect(await save(staff, 'S8', { value: '1', revision: 0 })).toMatchObject({ status: 200 });
  expect((await get(staff, runPath)).body).toMatchObject({ may: { answer: ['S8'], submit: false } });
  expect(await request(server, planner, { ...assign, body: { personId: null } })).toMatchObject({
    body: { person: null },
  });
  expect(await save(staff, 'S8', { value: '2', revision: 1 })).toMatchObject({ status: 403 });
});

test('a person of another facility cannot be assigned', async () => {
  const stranger = await addSignedIn(server, 'よその人');
  const call = { method: 'PUT', path: `${runPath}/areas/S1/assignment`, body: { personId: stranger.id } };
  expect(await request(server, here.people.planner, call)).toMatchObject({ status: 404 });
});

test('one run per sheet and fiscal year, and one private run per executive', async () => {
  const { planner, executive } = here.people;
  expect(await begunRun(server, here)).toBe(runPath.split('/').at(-1));
  const second = await addSignedIn(server, '理事長');
  await addMember(server, here.id, second.id, ['executive', 'planner']);
  const mine = await begunRun(server, here, 'executive', executive);
  const other = await begunRun(server, here, 'executive', second);
  expect(mine).not.toBe(other);
  expect(await post(planner, `/facilities/${here.id}/runs`, { sheetId: 'executive' })).toMatchObject({
    status: 403,
    body: { code: 'sheet/executives-only' },
  });
  for (const person of [planner, second, here.people['safety-manager']]) {
    expect(await get(person, `/facilities/${here.id}/runs/${mine}`)).toMatchObject({ status: 404 });
  }
  const listed = (await get(executive, `/facilities/${here.id}/runs`)).body as { id: string }[];
  expect(listed.map(({ id }) => id)).not.toContain(other);
  expect(
    await request(server, second, {
      method: 'PUT',
      path: `/facilities/${here.id}/runs/${mine}/answers/E1-1`,
      body: { value: '3', note: '', revision: 0 },
    }),
  ).toMatchObject({ status: 404 });
});

test('the fiscal year begins on 1 April in Tokyo', async () => {
  const years = async (at: string) => {
    server.clock.now = new Date(at);
    return (await post(here.people.planner, `/facilities/${here.id}/runs`, { sheetId: 'network-level' })).body;
  };
  expect(await years('2027-03-31T14:59:59Z')).toMatchObject({ fiscalYear: 2026 });
  expect(await years('2027-03-31T15:00:00Z')).toMatchObject({ fiscalYear: 2027 });
});

test('last year comes over as to be confirmed, item by item, and confirming is one save', async () => {
  const { planner } = here.people;
  await answerAll(server, {
    facility: here,
    runId: runPath.split('/').at(-1) ?? '',
    sheetId: 'small-facility',
    person: planner,
  });
  await post(planner, `${runPath}/submission`);
  server.clock.now = new Date('2027-05-01T00:00:00Z');
  runPath = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
  expect((await get(planner, `${runPath}/last-year`)).body).toMatchObject({ fiscalYear: 2026 });
  expect((await post(planner, `${runPath}/carry-over`, { itemIds: ['S1', 'S2'] })).body).toEqual({
    written: 2,
    unchanged: 0,
    conflicts: [],
  });
  expect(await answersIn(planner)).toMatchObject([
    { itemId: 'S1', value: '2', toConfirm: true },
    { itemId: 'S2', value: '2', toConfirm: true },
  ]);
  const untouched = (await get(planner, `${runPath}/workbook`)).body as Uint8Array<ArrayBuffer>;
  const bytes = { content: untouched, type: workbookType };
  const taken = await request(server, planner, { method: 'POST', path: `${runPath}/workbook`, bytes });
  expect(taken).toMatchObject({ status: 200, body: { written: 0, unchanged: 13 } });
  expect(await save(planner, 'S1', { value: '2', revision: 1 })).toMatchObject({
    body: { revision: 2, toConfirm: false },
  });
  for (const item of ['S3', 'S4-1', 'S4-2', 'S5-1', 'S5-2', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11'])
    await save(planner, item, { value: '1', revision: 0 });
  const early = await post(planner, `${runPath}/submission`);
  expect(early).toMatchObject({
    status: 409,
    body: { code: 'assessment/to-confirm', data: { items: [{ id: 'S2' }] } },
  });
});

test('an Excel file without changes changes nothing, changes are taken, a stale row is reported', async () => {
  const { planner, operator } = here.people;
  await save(planner, 'S1', { value: '1', note: '①㈱髙﨑𠮷', revision: 0 });
  const file = (await get(planner, `${runPath}/workbook`)).body as Uint8Array<ArrayBuffer>;
  const upload = () =>
    request(server, operator, {
      method: 'POST',
      path: `${runPath}/workbook`,
      bytes: { content: file, type: workbookType },
    });
  expect(await upload()).toMatchObject({ status: 200, body: { written: 0, unchanged: 13, conflicts: [] } });
  await save(planner, 'S1', { value: '3', note: '①㈱髙﨑𠮷', revision: 1 });
  expect(await upload()).toMatchObject({
    body: {
      written: 0,
      unchanged: 12,
      conflicts: [{ current: { itemId: 'S1', value: '3' }, yours: { value: '1', note: '①㈱髙﨑𠮷' } }],
    },
  });
});

test('a file that is no workbook, or another run’s, is refused with its faults and changes nothing', async () => {
  const { planner } = here.people;
  const upload = (path: string, content: Uint8Array<ArrayBuffer>) =>
    request(server, planner, { method: 'POST', path, bytes: { content, type: workbookType } });
  const broken = await upload(`${runPath}/workbook`, new TextEncoder().encode('これはエクセルではありません'));
  expect(broken).toMatchObject({
    status: 400,
    body: { code: 'sheet/file-not-usable', data: { faults: [{ message: expect.stringMatching(/ファイル/) }] } },
  });
  const result = (await get(planner, `${runPath}/report.xlsx`)).body as Uint8Array<ArrayBuffer>;
  expect(await upload(`${runPath}/workbook`, result)).toMatchObject({
    status: 400,
    body: { code: 'sheet/file-not-usable', data: { faults: [{ code: 'result-file' }] } },
  });
  const network = `/facilities/${here.id}/runs/${await begunRun(server, here, 'network-level')}`;
  const foreign = (await get(planner, `${network}/workbook`)).body as Uint8Array<ArrayBuffer>;
  expect(await upload(`${runPath}/workbook`, foreign)).toMatchObject({ status: 400 });
  expect(await answersIn(planner)).toEqual([]);
});

test('a self-check file fills what is empty and leaves what was answered to be chosen', async () => {
  const { planner } = here.people;
  await save(planner, 'S1', { value: '3', revision: 0 });
  const answers = [
    { itemId: 'S1', value: '0', note: '' },
    { itemId: 'S2', value: '1', note: '' },
  ];
  expect(await post(planner, `${runPath}/self-check`, { answers })).toMatchObject({
    body: { written: 1, conflicts: [{ current: { itemId: 'S1', value: '3' }, yours: { value: '0' } }] },
  });
  const faulty = await post(planner, `${runPath}/self-check`, {
    answers: [
      { itemId: 'S3', value: 'not-applicable', note: '' },
      { itemId: 'S6', value: '1', note: '' },
    ],
  });
  expect(faulty).toMatchObject({
    status: 400,
    body: { code: 'sheet/file-not-usable', data: { faults: [{ item: 'S3' }] } },
  });
  expect((await answersIn(planner)).map(({ itemId }) => itemId)).toEqual(['S1', 'S2']);
});

test('saving one answer takes at most eight statements', async () => {
  await save(here.people.planner, 'S1', { value: '1', revision: 0 });
  const query = vi.spyOn(pg.Query.prototype, 'submit');
  await save(here.people.planner, 'S1', { value: '2', revision: 1 });
  const statements = query.mock.calls.length;
  query.mockRestore();
  expect(statements).toBeGreaterThan(4);
  expect(statements).toBeLessThanOrEqual(8);
});

test('an untouched file takes nothing back that a colleague answered meanwhile', async () => {
  const { planner, operator } = here.people;
  const content = (await get(planner, `${runPath}/workbook`)).body as Uint8Array<ArrayBuffer>;
  await save(operator, 'S2', { value: '3', note: '今朝伝えた', revision: 0 });
  const bytes = { content, type: workbookType };
  const upload = await request(server, planner, { method: 'POST', path: `${runPath}/workbook`, bytes });
  expect(upload).toMatchObject({ status: 200, body: { written: 0, unchanged: 13, conflicts: [] } });
  expect(await answersIn(planner)).toMatchObject([{ itemId: 'S2', value: '3', note: '今朝伝えた' }]);
});

test('staff without an area reads no answers, and with one only its own', async () => {
  const { planner, staff } = here.people;
  await save(planner, 'S1', { value: '0', note: '責任者がいない', revision: 0 });
  await save(planner, 'S8', { value: '1', note: '戻したことがない', revision: 0 });
  expect(await answersIn(staff)).toEqual([]);
  expect(await get(staff, `${runPath}/answers/S1/history`)).toMatchObject({ status: 404 });
  const assignment = { method: 'PUT', path: `${runPath}/areas/S8/assignment`, body: { personId: staff.id } };
  await request(server, planner, assignment);
  expect((await answersIn(staff)).map(({ itemId }) => itemId)).toEqual(['S8']);
});

test('an area is handed only to somebody who may answer', async () => {
  const { planner, auditor } = here.people;
  const call = { method: 'PUT', path: `${runPath}/areas/S1/assignment`, body: { personId: auditor.id } };
  expect(await request(server, planner, call)).toMatchObject({ status: 409, body: { code: 'sheet/not-assignable' } });
});

test('an executive who is auditor besides begins no run of the facility', async () => {
  const person = await addSignedIn(server, '理事');
  await addMember(server, here.id, person.id, ['executive', 'auditor']);
  const call = { sheetId: 'network-level' };
  expect(await post(person, `/facilities/${here.id}/runs`, call)).toMatchObject({ status: 403 });
});

test('characters the database cannot hold, an item twice and a broken body are told in Japanese', async () => {
  const { planner } = here.people;
  const control = await save(planner, 'S1', { value: '1', note: 'a\u0000b', revision: 0 });
  expect(control).toMatchObject({ status: 400, body: { data: { faults: [{ code: 'character-not-usable' }] } } });
  const lone = await save(planner, 'S1', { value: '1', note: '\ud83d', revision: 0 });
  expect(lone).toMatchObject({ status: 400, body: { code: 'input-not-valid' } });
  const answer = { itemId: 'S1', value: '1', note: '' };
  const twice = await post(planner, `${runPath}/self-check`, { answers: [answer, answer] });
  expect(twice).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'answers' }] } } });
  const unknown = await post(planner, `${runPath}/self-check`, { answers: [{ ...answer, itemId: 'X1' }] });
  expect(unknown).toMatchObject({ status: 400, body: { data: { faults: [{ item: 'X1', code: 'unknown-item' }] } } });
  const bytes = { content: new TextEncoder().encode('{"value":'), type: 'application/json' };
  const broken = await request(server, planner, { method: 'PUT', path: `${runPath}/answers/S1`, bytes });
  expect(broken).toMatchObject({
    status: 400,
    body: { code: 'input-not-valid', data: { faults: [{ code: 'not-readable' }] } },
  });
  expect(server.errors).toEqual([]);
});
