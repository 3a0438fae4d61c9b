import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Report, reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import { findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';
import { reportDocument } from './report-document.ts';
import { madeUpReport } from './testing/made-up-report.ts';

/** What JIS X 4051 never lets stand first in a line (行頭禁則), and what never last (行末禁則). */
const neverFirst = Array.from(
  '、。，．・：；？！ー」』）】〕〉》］｝々ゝゞヽヾ〜…％”゛℃ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ',
);
const neverLast = Array.from('「『（【〔〈《［｛“￥№');

let documents: Documents;
beforeAll(() => {
  documents = openDocuments();
});
afterAll(() => documents.close());

/** The lines of a report as they stand on paper, without the marks of its lists. */
async function linesOf(report: Report): Promise<readonly string[]> {
  const pages = await pdfPages(await documents.writePdf(reportDocument(report), 'test'));
  return pages.flatMap(({ text }) => text.split('\n')).map((line) => line.replace(/^・ /, ''));
}

function wronglyBroken(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => neverFirst.includes(line.at(0) ?? '') || neverLast.includes(line.at(-1) ?? ''));
}

it('has no mark at the wrong end of a line, wherever in its line the mark would come', async () => {
  const around = Array.from({ length: 12 }, (_, index) => 25 + index);
  const marks = [...neverFirst, ...neverLast];
  const note = marks.flatMap((mark) => around.map((count) => '漢'.repeat(count) + mark + '字'.repeat(20)));
  const lines = await linesOf(madeUpReport(note.join('\n')));
  expect(wronglyBroken(lines)).toEqual([]);
  const begun = (words: string) => lines.filter((line) => line.startsWith(words)).length;
  // The lines of the note are as long as the column somewhere among the twelve: each mark had to move at least once.
  expect(neverFirst.filter((mark) => begun(`漢${mark}`) === 0)).toEqual([]);
  expect(neverLast.filter((mark) => begun(mark) === 0)).toEqual([]);
});

it('breaks a sentence rightly wherever its line ends, and loses none of it', async () => {
  const sentence =
    '「『ちょっと待って！』と言われた。」（再生ボタンを、そっと…）あゝ、ヴァージョン①【㈱サーバ】は100％か？';
  const note = Array.from({ length: 40 }, (_, index) => '漢'.repeat(index) + sentence.repeat(2));
  const lines = await linesOf(madeUpReport(note.join('\n')));
  expect(wronglyBroken(lines)).toEqual([]);
  const read = lines.join('').replaceAll(' ', '');
  for (const written of note) expect(read).toContain(written);
});

it('breaks the roles of a measure after the mark between them', async () => {
  const { measures, ...report } = madeUpReport();
  const [group] = measures?.groups ?? [];
  const [line] = group?.lines ?? [];
  if (!measures || !group || !line) throw new Error('the made-up report has measures');
  const lines = Array.from({ length: 12 }, (_, index) => ({ ...line, role: `${'係'.repeat(index + 1)}+院長+事務長` }));
  const groups = [{ ...group, lines }];
  expect(wronglyBroken(await linesOf({ ...report, measures: { ...measures, groups } }))).toEqual([]);
});

it.each(['hospital', 'small-facility', 'executive', 'network-level'] as const)(
  'breaks every line of the longest report of the sheet %s rightly',
  async (id) => {
    const catalogue = loadCatalogue();
    const sheet = latestSheet(catalogue, id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    const value = id === 'network-level' ? 'no' : '0';
    const answers = new Map(itemsOf(sheet).map((item) => [item.id, { value, note: '' } as const]));
    const result = assess(sheet, answers, { measureOf: (measure) => findMeasure(catalogue, measure)?.measure });
    const lines = await linesOf(reportOf({ sheet, answers, result, now: new Date('2026-11-20T03:00:00Z') }));
    expect(lines.length).toBeGreaterThan(100);
    expect(wronglyBroken(lines)).toEqual([]);
  },
);
