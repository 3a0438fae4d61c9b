import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultWorkbook } from '#core/assessment/result-workbook.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { pdfObjects, pdfPages } from '../platform/documents/testing/pdf-text.ts';
import { reportDocument } from './report-document.ts';
import { madeUpReport } from './testing/made-up-report.ts';

let documents: Documents;
let pdf: Uint8Array;

beforeAll(async () => {
  documents = openDocuments();
  pdf = await documents.writePdf(reportDocument(madeUpReport()));
});
afterAll(() => documents.close());

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

  it('says the finding of each picture to people who cannot see it', () => {
    const objects = pdfObjects(pdf);
    const alternatives = objects.match(/\/Alt ?[(<]/g) ?? [];
    expect(alternatives.length).toBeGreaterThanOrEqual(4);
  });

  it('reads page by page as the golden text', async () => {
    const pages = pdfPages(pdf);
    if (!pages) return expect(pdf.byteLength).toBeGreaterThan(50_000);
    const squeezed = pages.map(
      (page, index) =>
        `== ${index + 1}\n${page
          .replace(/[^\S\n]+/g, ' ')
          .replace(/\n+/g, '\n')
          .trim()}`,
    );
    await expect(`${squeezed.join('\n')}\n`).toMatchFileSnapshot('./testing/report.golden.txt');
  });

  it('keeps names whole and shows 〓 for what no font has, with a note', () => {
    const text = pdfPages(pdf)?.join('').replace(/\s/g, '');
    if (text === undefined) return expect(pdf.byteLength).toBeGreaterThan(50_000);
    expect(text).toContain('髙﨑さん（𠮷田医療㈱）に確認ずみ。①済');
    expect(text).toContain('外字は〓です。');
    expect(text).toContain('〓は、この書体に無い文字');
  });

  it('is typeset off the event loop', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await Promise.all(Array.from({ length: 3 }, () => documents.writePdf(reportDocument(madeUpReport()))));
    delay.disable();
    expect(delay.percentile(99) / 1e6).toBeLessThan(50);
  });

  it('takes a note of 2,000 characters without losing any of it', async () => {
    const note = Array.from({ length: 400 }, (_, index) => String(10_000 + index)).join('');
    const pages = pdfPages(await documents.writePdf(reportDocument(madeUpReport(note))));
    if (pages) expect(pages.join('').replace(/[^\d]/g, '')).toContain('10399');
    if (pages) expect(pages.at(-1)).toContain('出典と注意');
  });
});

describe('the report as Excel', () => {
  it('comes back with every sheet and every note', async () => {
    const reading = await documents.readWorkbook(await documents.writeWorkbook(resultWorkbook(madeUpReport())));
    if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
    const names = ['まとめ', '分野', '設問と回答', '対策', 'ネットワーク', '経営層とのずれ'];
    expect(reading.sheets.map(({ name }) => name)).toEqual(names);
    const notes = reading.sheets[2]?.rows.map((row) => row[5]);
    expect(notes?.[1]).toContain('髙﨑さん（𠮷田医療㈱）に確認ずみ。①済\n外字は\ue000です。');
  });
});
