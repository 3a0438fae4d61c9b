import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultWorkbook } from '#core/assessment/result-workbook.ts';
import type { SheetRows } from '#core/kernel/workbook.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { pdfObjects, pdfPages } from '../platform/documents/testing/pdf-text.ts';
import { reportDocument } from './report-document.ts';
import { madeUpReport } from './testing/made-up-report.ts';

let documents: Documents;
let pdf: Uint8Array;

beforeAll(async () => {
  documents = openDocuments();
  pdf = await documents.writePdf(reportDocument(madeUpReport()), 'test');
});
afterAll(() => documents.close());

const textOf = async (bytes: Uint8Array): Promise<string> => (await pdfPages(bytes)).map(({ text }) => text).join('\n');

describe('the report as PDF', () => {
  it('is tagged PDF/UA in Japanese with title and author', () => {
    const objects = pdfObjects(pdf);
    expect(objects).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(objects).toMatch(/\/Lang ?\(ja/);
    expect(objects).toContain('/StructTreeRoot');
    expect(Buffer.from(pdf).toString('utf8')).toContain(
      '自己点検の結果　医療法人 髙﨑会 みなと病院　令和8年度（2026年度）',
    );
  });

  it('embeds every font, and only Noto', () => {
    const objects = pdfObjects(pdf);
    const fonts = new Set(Array.from(objects.matchAll(/\/BaseFont ?\/[A-Z]{6}\+([\w-]+)/g), ([, name]) => name));
    expect([...fonts].sort()).toEqual(['NotoSansJP-Bold', 'NotoSansJP-Regular', 'NotoSerifJP-SemiBold']);
    expect(objects.match(/\/FontFile2/g)).toHaveLength(3);
    expect(objects.match(/\/FontDescriptor ?\d/g)?.length).toBe(3);
  });

  it('says the finding of each picture to people who cannot see it', async () => {
    const parts = (await pdfPages(pdf)).flatMap((page) => page.parts);
    const figures = parts.filter((part) => part.startsWith('Figure'));
    expect(figures.length).toBeGreaterThanOrEqual(4);
    for (const figure of figures) expect(figure).toMatch(/^Figure「.+。」$/);
  });

  it('reads page by page as the golden text, with its headings, tables and pictures tagged', async () => {
    const pages = (await pdfPages(pdf)).map(
      ({ size, parts, text }, index) => `== ${index + 1}　${size} mm　${parts.join(' ')}\n${text}\n`,
    );
    await expect(pages.join('')).toMatchFileSnapshot('./testing/report.golden.txt');
  });

  it('says also on paper that the answers of executives and staff agree', async () => {
    const { mirror, ...report } = madeUpReport();
    if (!mirror) throw new Error('the made-up report has a mirror');
    const agreeing = { ...report, mirror: { ...mirror, questions: [], agreement: '大きく食い違う答えはありません。' } };
    const text = (await textOf(await documents.writePdf(reportDocument(agreeing), 'test'))).replace(/\s/g, '');
    expect(text).toContain('大きく食い違う答えはありません。');
    const [tab] = resultWorkbook(agreeing).sheets.filter(({ name }) => name === '経営層とのずれ');
    expect(JSON.stringify(tab?.rows)).toContain('大きく食い違う答えはありません。');
  });

  it('keeps names whole and shows 〓 for what no font has, with a note', async () => {
    const text = (await textOf(pdf)).replace(/\s/g, '');
    expect(text).toContain('髙﨑さん（𠮷田医療㈱）に確認済み。①済');
    expect(text).toContain('外字は〓です。');
    expect(text).toContain('〓は、この書体に無い文字');
  });

  it('is typeset off the event loop', async () => {
    let typeset = false;
    const writing = documents.writePdf(reportDocument(madeUpReport()), 'test').finally(() => {
      typeset = true;
    });
    let turns = 0;
    for (; !typeset; turns += 1) await nextTurn();
    await writing;
    expect(turns).toBeGreaterThan(1_000);
  });

  it('takes a note of 2,000 characters without losing any of it', async () => {
    const note = Array.from({ length: 400 }, (_, index) => String(10_000 + index)).join('');
    const text = await textOf(await documents.writePdf(reportDocument(madeUpReport(note)), 'test'));
    const [appendix = '', sources] = text.slice(text.lastIndexOf('付録')).split('出典と注意');
    expect(appendix.replace(/\d+ \/ \d+ ページ|[^\d]/g, '')).toContain(note);
    expect(sources).toBeDefined();
  });
});

/** Every cell of a workbook as it is read back, one row a line; numbers stand bare, texts in quotes. */
function cellsOf(sheets: readonly SheetRows[]): string {
  const line = (cells: SheetRows['rows'][number], index: number): string =>
    `${index + 1} ${cells.map((cell) => (cell === null ? '' : JSON.stringify(cell))).join(' | ')}`.trimEnd();
  return sheets.map(({ name, rows }) => `== ${name}\n${rows.map(line).join('\n')}\n`).join('');
}

describe('the report as Excel', () => {
  it('comes back cell by cell as the golden text', async () => {
    const bytes = await documents.writeWorkbook(resultWorkbook(madeUpReport()), 'test');
    const reading = await documents.readWorkbook(bytes, 'test');
    if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
    const cells = cellsOf(reading.sheets);
    for (const name of ['髙﨑', '𠮷', '①', '㈱', '\ue000']) expect(cells).toContain(name);
    await expect(cells).toMatchFileSnapshot('./testing/report-workbook.golden.txt');
  });
});
