import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault } from '#core/kernel/contract.ts';
import type { WorkbookCell } from '#core/kernel/workbook.ts';
import { workbookType } from '#core/sheet/contract.ts';
import type { Answer } from '#core/sheet/run.ts';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';

let server: TestServer;
let here: TestFacility;
let documents: Documents;
let runPath: string;
beforeAll(async () => {
  server = await startTestServer();
  documents = openDocuments();
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
  runPath = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
});
afterAll(() => Promise.all([server.stop(), documents.close()]));

const head = ['設問番号', '回答', 'メモ', '更新番号'];

/** The faults of an uploaded workbook; nothing of it may have been taken in. */
async function faultsOf(rows: readonly (readonly WorkbookCell[])[]): Promise<readonly Fault[]> {
  const sheets = [{ name: '回答', columns: [], rows: [head, ...rows] }];
  const content = await documents.writeWorkbook({ title: '', source: '', sheets }, here.id);
  const bytes = { content, type: workbookType };
  const { planner } = here.people;
  const refusal = await request(server, planner, { method: 'POST', path: `${runPath}/workbook`, bytes });
  expect(refusal).toMatchObject({ status: 400, body: { code: 'sheet/file-not-usable' } });
  const run = await request(server, planner, { method: 'GET', path: runPath });
  expect((run.body as { answers: Answer[] }).answers).toEqual([]);
  return (refusal.body as { data: { faults: Fault[] } }).data.faults;
}

const placeOf = ({ sheet, row, column, code }: Fault) => `${sheet} ${row} ${column} ${code}`;

test('a broken Excel file is refused with sheet, row and column of every fault', async () => {
  const faults = await faultsOf([
    ['S1', '5', null, 0],
    ['S2', 'NA', null, 0],
    ['S99', '1', null, 0],
    ['S3', '1', null, 'x'],
    ['S1', '1', 'あ'.repeat(2001), 0],
  ]);
  expect(faults.map(placeOf)).toEqual([
    '回答 2 回答 value-not-allowed',
    '回答 3 メモ note-missing',
    '回答 4 設問番号 unknown-item',
    '回答 5 更新番号 revision-broken',
    '回答 6 設問番号 item-twice',
    '回答 6 メモ note-too-long',
  ]);
});

test('a revision no answer ever had is refused with its place too', async () => {
  const faults = await faultsOf([
    ['S1', '1', null, 0],
    ['S2', '1', null, 7],
  ]);
  expect(faults.map(placeOf)).toEqual(['回答 3 更新番号 revision-broken']);
});

test('more faults than are told are counted', async () => {
  const faults = await faultsOf(Array.from({ length: 512 }, (_, index) => [`X${index}`, '1', null, 0]));
  expect(faults.at(-1)).toMatchObject({ code: 'more-faults', message: expect.stringContaining('12件') });
});
