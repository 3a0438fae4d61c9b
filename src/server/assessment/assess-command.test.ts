import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { answerWorkbook } from '#core/sheet/answer-workbook.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { openDocuments } from '../platform/documents/index.ts';
import { assessCommand } from './assess-command.ts';

let folder: string;
const header = 'item,value,note\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assess-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const io = {
    stdout: { write: (text: string) => (written.out += text) },
    stderr: { write: (text: string) => (written.err += text) },
  };
  return { code: await assessCommand(args, io), ...written };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function json(sheet: SheetId, content: string | Uint8Array, ...more: string[]) {
  const answers = await file('answers.csv', content);
  const { code, out, err } = await run('--sheet', sheet, '--answers', answers, '--format', 'json', ...more);
  return { code, err, result: JSON.parse(out) };
}

function sheetOf(id: SheetId) {
  const sheet = latestSheet(loadCatalogue(), id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

describe('mamori assess', () => {
  it('prints exactly the agreed keys as JSON, unrounded, and nothing else', async () => {
    const content = `${header}H01-1,3,\nH01-2,2,\nH01-3,2,\nH02-1,UNKNOWN,\nH02-2,NA,対象が無い\nH02-3,,\n`;
    const { code, err, result } = await json('hospital', content);
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(result)).toEqual(['sheet', 'version', 'score', 'areas', 'weakAreas', 'zeroAnswers', 'measures']);
    expect(result.score).toBe(7 / 3 / 2);
    const [first, second, third] = result.areas;
    expect(first).toEqual({
      id: '01',
      title: '体制',
      score: 7 / 3,
      answered: 3,
      notApplicable: 0,
      unknown: 0,
      unanswered: 3,
    });
    expect(second).toEqual({
      id: '02',
      title: '教育',
      score: 0,
      answered: 0,
      notApplicable: 1,
      unknown: 1,
      unanswered: 2,
    });
    expect(third.score).toBeNull();
    expect(result.areas).toHaveLength(21);
    expect([result.weakAreas, result.zeroAnswers]).toEqual([['02'], 0]);
    expect(Object.keys(result.measures[0])).toEqual(['id', 'area', 'title', 'costClass', 'personDays', 'role']);
    expect([result.sheet, result.version]).toEqual(['hospital', '1.0.0']);
    const measureOf = ({ measures }: typeof result, id: string) =>
      measures.find((measure: { id: string }) => measure.id === id);
    expect(measureOf(result, 'M02-1')).toMatchObject({ area: '02', costClass: 0, personDays: 2, role: '教育担当' });
    const updates = await json('hospital', `${header}H05-4,0,\n`);
    expect(measureOf(updates.result, 'M05-3')).toEqual({
      id: 'M05-3',
      area: '05',
      title: '標準機能で不要サービスを止めた端末の型を作る',
      costClass: 1,
      personDays: 5,
      role: '運用担当',
    });
    expect(new Set(result.measures.map(({ area }: { area: string }) => area))).toEqual(new Set(['02']));
  });

  it.each<[SheetId, number, string[]]>([
    ['executive', 9, ['E1', 'E9']],
    ['small-facility', 11, ['S1', 'S11']],
  ])('knows the sheet %s with its %d areas', async (sheet, count, [first, last]) => {
    const { code, result } = await json(sheet, header);
    expect(code).toBe(0);
    expect(result.areas).toHaveLength(count);
    expect([result.areas[0].id, result.areas.at(-1).id]).toEqual([first, last]);
    expect(result.score).toBeNull();
  });

  it('gives the network level with its axes and what counted as いいえ', async () => {
    const yes = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N9'].map((item) => `${item},はい,\n`).join('');
    const { code, result } = await json('network-level', `${header}${yes}N8,UNKNOWN,\nN10,いいえ,\nN11,,\n`);
    expect(code).toBe(0);
    expect(result).toMatchObject({ sheet: 'network-level', score: null, areas: [], weakAreas: [], measures: [] });
    expect(result.network).toEqual({
      level: 1,
      axes: { external: '\u25cb', media: '\u25b3', internal: '\u00d7' },
      unanswered: ['N8', 'N11', 'N12'],
    });
  });

  it('reads CP932 and the Excel sheet to the same result as UTF-8', async () => {
    const content = `${header}H01-1,１,髙﨑①㈱\nH01-2,NA,理由\n`;
    const sheet = sheetOf('hospital');
    const answers = new Map([
      ['H01-1', { value: '1' as const, note: '髙﨑①㈱', revision: 1 }],
      ['H01-2', { value: 'not-applicable' as const, note: '理由', revision: 1 }],
    ]);
    const documents = openDocuments();
    const workbook = await documents
      .writeWorkbook(answerWorkbook({ sheet, answers }), 'test')
      .finally(() => documents.close());
    const utf8 = await json('hospital', content);
    expect(await json('hospital', iconv.encode(content, 'cp932'))).toEqual(utf8);
    expect(await json('hospital', workbook)).toEqual(utf8);
  });

  it.each<[string, string | Uint8Array, Record<string, unknown>]>([
    ['an unknown item', `${header}H99-1,2,\n`, { row: 2, column: 'item', item: 'H99-1', code: 'unknown-item' }],
    ['an item twice', `${header}H01-1,2,\nH01-1,2,\n`, { row: 3, column: 'item', item: 'H01-1', code: 'item-twice' }],
    [
      'a value not allowed',
      `${header}H01-1,5,\n`,
      { row: 2, column: 'value', item: 'H01-1', code: 'value-not-allowed' },
    ],
    ['NA without a note', `${header}H01-1,NA,\n`, { row: 2, column: 'note', item: 'H01-1', code: 'note-missing' }],
    [
      'a note cut at a comma',
      `${header}H01-1,NA,理由、A, B も含む\n`,
      { row: 2, column: null, item: null, code: 'too-many-columns' },
    ],
    [
      'a header twice',
      'item,value,note,note\nH01-1,2,,\n',
      { row: 1, column: 'note', item: null, code: 'header-twice' },
    ],
    ['a missing header', 'H01-1,2,\n', { row: 1, column: 'item', item: null, code: 'header-missing' }],
    ['an empty file', '', { row: 1, column: null, item: null, code: 'file-empty' }],
    [
      'an undecodable file',
      Uint8Array.of(0xff, 0xfe, 0x00, 0x41),
      { row: 1, column: null, item: null, code: 'file-undecodable' },
    ],
    [
      'a broken workbook',
      Uint8Array.of(0x50, 0x4b, 3, 4, 5, 6),
      { row: null, column: null, item: null, code: 'file-broken' },
    ],
  ])('answers %s with code 2 and the fault as JSON', async (_what, content, fault) => {
    const { code, err, result } = await json('hospital', content);
    expect([code, err]).toEqual([2, '']);
    expect(result.faults[0]).toEqual({ ...fault, message: expect.stringMatching(/[ぁ-ん]/) });
  });

  it('names the sheet of an Excel fault in its message and gives exactly the agreed keys', async () => {
    const workbook = {
      title: '',
      source: '',
      sheets: [
        {
          name: '回答',
          columns: [],
          rows: [
            ['item', 'value', 'note'],
            ['H99-1', '2', ''],
            ['H01-1', 'x', ''],
          ],
        },
      ],
    };
    const documents = openDocuments();
    const bytes = await documents.writeWorkbook(workbook, 'test').finally(() => documents.close());
    const { code, err, result } = await json('hospital', bytes);
    expect([code, err]).toEqual([2, '']);
    expect(result).toEqual({
      faults: [
        {
          row: 2,
          column: 'item',
          item: 'H99-1',
          code: 'unknown-item',
          message: expect.stringMatching(/^シート「回答」: 設問番号/),
        },
        {
          row: 3,
          column: 'value',
          item: 'H01-1',
          code: 'value-not-allowed',
          message: expect.stringMatching(/^シート「回答」: 「x」/),
        },
      ],
    });
    const table = await run('--sheet', 'hospital', '--answers', await file('answers.xlsx', bytes));
    expect(table.err.split('\n')[0]).toMatch(/^シート「回答」 2行目 itemの列: 設問番号/);
  });

  it('says faults as Japanese lines on stderr for the table and leaves stdout empty', async () => {
    const answers = await file('answers.csv', `${header}H99-1,2,\nH01-1,5,\n`);
    const { code, out, err } = await run('--sheet', 'hospital', '--answers', answers);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^2行目 itemの列: /),
      expect.stringMatching(/^3行目 valueの列: /),
    ]);
  });

  it.each<[string, string[], string]>([
    ['no arguments', [], 'usage-sheet'],
    ['an unknown sheet', ['--sheet', 'clinic', '--answers', 'x'], 'usage-sheet'],
    ['no answers', ['--sheet', 'hospital'], 'usage-answers'],
    ['an unknown option', ['--sheets', 'hospital'], 'usage-unknown'],
    ['a stray word', ['hospital'], 'usage-unknown'],
    ['an unknown format', ['--sheet', 'hospital', '--answers', 'x', '--format', 'xml'], 'usage-format'],
    ['answers that would be overwritten', ['--sheet', 'hospital', '--answers', 'x', '--pdf', './x'], 'usage-clash'],
    ['a folder', ['--sheet', 'network-level', '--answers', tmpdir()], 'file-not-found'],
    ['a file that is not there', ['--sheet', 'hospital', '--answers', '/nowhere/x.csv'], 'file-not-found'],
  ])('answers %s with code 2', async (_what, args, code) => {
    const table = await run(...args);
    expect([table.code, table.out]).toEqual([2, '']);
    expect(table.err).toMatch(/[ぁ-ん]/);
    if (args.includes('--format')) return;
    const asJson = await run(...args, '--format', 'json');
    expect([asJson.code, asJson.err]).toEqual([2, '']);
    expect(JSON.parse(asJson.out).faults.map((fault: { code: string }) => fault.code)).toContain(code);
  });

  it('prints a table for people with every area and the measures of the weak ones', async () => {
    const answers = await file('answers.csv', `${header}H01-1,0,\nH02-1,3,\n`);
    const { code, out, err } = await run('--sheet', 'hospital', '--answers', answers);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('ガイドライン・チェックリストに基づく独自設問');
    expect(out).toMatch(/^01 {4}体制 +0\.0 .*1\.5以下$/m);
    expect(out).toContain('M01-1');
    expect(out).not.toContain('M02-1');
  });

  it('writes the report as PDF and Excel for every sheet', async () => {
    for (const sheet of ['hospital', 'executive', 'small-facility', 'network-level'] as const) {
      const value = sheet === 'network-level' ? 'いいえ' : '1';
      const lines = itemsOf(sheetOf(sheet)).map(({ id }) => `${id},${value},\n`);
      const [pdf, xlsx] = [join(folder, `${sheet}.pdf`), join(folder, `${sheet}.xlsx`)];
      const { code } = await json(sheet, header + lines.join(''), '--pdf', pdf, '--xlsx', xlsx);
      expect(code).toBe(0);
      expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
      expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('refuses a result as answers, with what to give instead', async () => {
    const xlsx = join(folder, 'result.xlsx');
    await json('hospital', `${header}H01-1,1,\n`, '--xlsx', xlsx);
    const { code, out, err } = await run('--sheet', 'hospital', '--answers', xlsx);
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toMatch(/^これは結果のファイルです。.*使ってください。$/m);
  });

  it('answers a place that cannot be written with code 2 and leaves nothing half-done', async () => {
    const target = join(folder, 'out');
    await mkdir(join(target, 'taken.pdf', 'x'), { recursive: true });
    const { code, result } = await json(
      'hospital',
      header,
      '--xlsx',
      join(target, 'a.xlsx'),
      '--pdf',
      join(target, 'taken.pdf'),
    );
    expect(code).toBe(2);
    const message = expect.stringMatching(/taken\.pdf」に書き出せませんでした。.*（E\w+）$/);
    expect(result.faults).toEqual([{ row: null, column: null, item: null, code: 'file-not-written', message }]);
    expect(await readdir(target)).toEqual(['taken.pdf']);
  });
});
