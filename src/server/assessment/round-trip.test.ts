import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResultView } from '#core/assessment/contract.ts';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { type AnswerValue, itemsOf, type Sheet, type SheetId } from '#core/catalogue/sheet.ts';
import { answerRows } from '#core/sheet/answer-csv.ts';
import type { AnswerFile } from '#core/sheet/answer-file.ts';
import { answerWorkbook } from '#core/sheet/answer-workbook.ts';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility } from '../app/testing/world.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { type Documents, openDocuments, writeCsv } from '../platform/documents/index.ts';
import { assessCommand } from './assess-command.ts';
import { readAnswers } from './read-answers.ts';

let folder: string;
let documents: Documents;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
  documents = openDocuments();
  server = await startTestServer();
});
afterAll(() => Promise.all([documents.close(), server.stop(), rm(folder, { recursive: true })]));

const catalogue = loadCatalogue();
const sheetIds = ['hospital', 'executive', 'small-facility', 'network-level'] as const;
function sheetOf(id: SheetId): Sheet {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

async function saved(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'answers.csv');
  await writeFile(path, bytes);
  return path;
}

async function readBack(bytes: Uint8Array, sheet: Sheet): Promise<unknown> {
  const file: AnswerFile = await readAnswers(await saved(bytes), sheet, documents);
  return 'faults' in file ? file.faults : file.answers.map(({ item, value, note }) => ({ item, value, note }));
}

const starts = [
  '',
  '=',
  '+',
  '-',
  '@',
  "'",
  "'-",
  "'\t",
  '\t',
  '"',
  '\n',
  '\r\n',
  ',',
  ' ',
  '＝',
  '髙﨑',
  '𠮷',
  '①㈱',
  '\u0007',
];
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }));
const note = fc
  .tuple(fc.constantFrom(...starts), text, fc.constantFrom('', ' ', '\n', '=1', '髙﨑𠮷①㈱'))
  .map((parts) => parts.join('').replaceAll('\u0000', ''));

/** Answers to every item of a sheet as they may stand in a run. */
const runs = fc
  .tuple(fc.constantFrom(...sheetIds), fc.array(fc.tuple(fc.nat(), note), { minLength: 80, maxLength: 80 }))
  .map(([id, given]) => {
    const values: readonly (AnswerValue | null)[] = [...sheetOf(id).scale.values.map(({ value }) => value), null];
    const answers = itemsOf(sheetOf(id)).map((item, index) => {
      const [choice = 0, written = ''] = given[index] ?? [];
      const value = values[choice % values.length] ?? null;
      return { item: item.id, value, note: value === 'not-applicable' ? `理由 ${written}` : written };
    });
    return { id, answers };
  });

test('the answers of a run written as CSV are read back by the command unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ({ id, answers }) => {
      const sheet = sheetOf(id);
      const bytes = writeCsv(answerRows(sheet, new Map(answers.map((answer) => [answer.item, answer]))));
      expect(await readBack(bytes, sheet)).toEqual(answers);
    }),
    { numRuns: 60 },
  );
});

test('the answers of a run written as Excel are read back by the command unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ({ id, answers }) => {
      const sheet = sheetOf(id);
      const filled = new Map(answers.map((answer) => [answer.item, { ...answer, revision: 1 }]));
      const bytes = await documents.writeWorkbook(answerWorkbook({ sheet, answers: filled }), 'test');
      expect(await readBack(bytes, sheet)).toEqual(answers);
    }),
    { numRuns: 20 },
  );
});

test('a CSV saved again by a spreadsheet in CP932 is read the same, and what others wrote stands as they meant it', async () => {
  const sheet = sheetOf('network-level');
  const answers = new Map([
    ['N1', { value: 'yes' as const, note: '=1+1' }],
    ['N2', { value: 'no' as const, note: "'-5" }],
    ['N3', { value: 'unknown' as const, note: '\t髙﨑①㈱' }],
  ]);
  const ours = new TextDecoder().decode(writeCsv(answerRows(sheet, answers)));
  expect(await readBack(iconv.encode(ours, 'cp932'), sheet)).toEqual(
    expect.arrayContaining([...answers].map(([item, answer]) => ({ item, ...answer }))),
  );
  const theirs = `item,value,note\nN1,はい,'-5\nN2,いいえ,"'=A1"\nN3,,-5\n`;
  expect(await readBack(new TextEncoder().encode(theirs), sheet)).toEqual([
    { item: 'N1', value: 'yes', note: "'-5" },
    { item: 'N2', value: 'no', note: "'=A1" },
    { item: 'N3', value: null, note: '-5' },
  ]);
});

test('the CSV of a run gives the command the result the run has', async () => {
  const here = await addTestFacility(server, { name: '髙﨑診療所', type: 'clinic', beds: 0 });
  const { planner, executive } = here.people;
  const path = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
  const given = { S1: ['2', '=髙﨑㈱'], S2: ['unknown', ''], S3: ['not-applicable', '-理由\n①'] } as const;
  for (const [item, [value, written]] of Object.entries(given)) {
    const body = { value, note: written, revision: 0 };
    expect(await request(server, planner, { method: 'PUT', path: `${path}/answers/${item}`, body })).toMatchObject({
      status: 200,
    });
  }
  const csv = await request(server, executive, { method: 'GET', path: `${path}/answers.csv` });
  expect(csv.status).toBe(200);
  expect(csv.headers.get('content-type')).toBe('text/csv;charset=utf-8');
  const bytes = csv.body as Uint8Array;
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n').slice(0, 3)).toEqual([
    '\ufeffitem,value,note',
    "S1,2,'\t=髙﨑㈱",
    'S2,UNKNOWN,',
  ]);
  const written = { out: '', err: '' };
  const args = ['--sheet', 'small-facility', '--answers', await saved(bytes), '--format', 'json'];
  const io = {
    stdout: { write: (more: string) => (written.out += more) },
    stderr: { write: (more: string) => (written.err += more) },
  };
  expect([await assessCommand(args, io), written.err]).toEqual([0, '']);
  const view = (await request(server, planner, { method: 'GET', path: `${path}/result` })).body as ResultView;
  const { score, areas, weakAreas, zeroAnswers } = view.result;
  expect(JSON.parse(written.out)).toMatchObject({ score, areas, weakAreas, zeroAnswers });
  expect(score).not.toBeNull();
});

test('staff receives in the CSV only the answers of their own areas', async () => {
  const here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: 0 });
  const { planner, staff } = here.people;
  const path = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
  for (const item of ['S1', 'S8']) {
    await request(server, planner, {
      method: 'PUT',
      path: `${path}/answers/${item}`,
      body: { value: '1', note: '秘密', revision: 0 },
    });
  }
  await request(server, planner, { method: 'PUT', path: `${path}/areas/S8/assignment`, body: { personId: staff.id } });
  const csv = await request(server, staff, { method: 'GET', path: `${path}/answers.csv` });
  const lines = new TextDecoder().decode(csv.body as Uint8Array).split('\r\n');
  expect(lines.filter((line) => line.includes('秘密'))).toEqual(['S8,1,秘密']);
});
