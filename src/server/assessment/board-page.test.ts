import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeSince } from '#core/assessment/change.ts';
import { mirrorOf } from '#core/assessment/mirror.ts';
import { type Report, type ReportInput, reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import { findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import { type AnswerValue, itemsOf, type Sheet, type SheetId } from '#core/catalogue/sheet.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';
import { reportDocument } from './report-document.ts';
import { madeUpReport } from './testing/made-up-report.ts';

const catalogue = loadCatalogue();
const measureOf = (id: string) => findMeasure(catalogue, id)?.measure;
const assessed = (sheet: Sheet, answers: Answers) => ({
  sheet,
  answers,
  result: assess(sheet, answers, { measureOf }),
});

let documents: Documents;
beforeAll(() => {
  documents = openDocuments();
});
afterAll(() => documents.close());

function sheetOf(id: SheetId): Sheet {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

/** Answers with a leaning of their own: a house that does nothing, one that knows nothing, one that does all but a little. */
function answersTo(sheet: Sheet): fc.Arbitrary<Answers> {
  const values: readonly (AnswerValue | null)[] = [...sheet.scale.values.map(({ value }) => value), null];
  const items = itemsOf(sheet);
  const value = fc.constantFrom(...values);
  return fc
    .record({
      leaning: value,
      odd: fc.array(fc.option(value, { freq: 4 }), { minLength: items.length, maxLength: items.length }),
    })
    .map(({ leaning, odd }) => new Map(items.map(({ id }, at) => [id, { value: odd[at] ?? leaning, note: '理由' }])));
}

const executive = sheetOf('executive');
const quartiles = { quartile1: 2.25, median: 2.5, quartile3: 2.75 };

/** Reports with everything that can stand beside a run. */
function reports(sheet: Sheet): fc.Arbitrary<Report> {
  const network = sheetOf('network-level');
  const executives = fc.array(answersTo(executive), { minLength: 3, maxLength: 3 });
  return fc
    .record({ answers: answersTo(sheet), before: answersTo(sheet), reached: answersTo(network), executives })
    .map(({ answers, before, reached, executives }) => {
      const { result } = assessed(sheet, answers);
      const input: ReportInput = {
        ...assessed(sheet, answers),
        now: new Date('2026-11-20T03:00:00Z'),
        submittedAt: new Date('2026-11-12T03:00:00Z'),
        facility: `医療法人社団${'みなと'.repeat(20)}総合病院`,
        fiscalYear: 2026,
        previous: { fiscalYear: 2025, change: changeSince({ sheet, answers: before }, { sheet, answers }) },
        comparison: {
          facilityClass: { type: 'hospital', bedClass: '200-299' },
          others: 1234,
          percentile: 3,
          quartiles,
        },
        mirror: { sheet: executive, mirror: mirrorOf(executive, executives, { answers, scores: result }) },
        ...(sheet.id !== 'network-level' && { network: assessed(network, reached) }),
      };
      return reportOf(input);
    });
}

const lengthOf = ({ board }: Report) => JSON.stringify(board).length;

/** The pages of the report on which something of the page for the board stands, the cover being the first. */
async function boardPages(report: Report): Promise<readonly number[]> {
  const { board } = report;
  const sayings = [board.title, '分かったこと', '決めていただきたいこと', board.decisions.at(-1)?.waiting ?? ''];
  const pages = await pdfPages(await documents.writePdf(reportDocument(report), 'test'));
  const bare = (text: string) => text.replace(/\s/g, '');
  return sayings.map((saying) => pages.findIndex(({ text }) => bare(text).includes(bare(saying))));
}

test.each(['hospital', 'executive', 'small-facility', 'network-level'] as const)(
  'the longest of what is said to the board after 200 runs of the sheet %s stands on one page',
  async (id) => {
    const made = fc.sample(reports(sheetOf(id)), { numRuns: 200, seed: 20261126 });
    const longest = made.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, 2);
    for (const report of longest) expect(await boardPages(report)).toEqual([1, 1, 1, 1]);
  },
  60_000,
);

test('what would never fit in its size is set smaller and stands on one page too', async () => {
  const { board, ...report } = madeUpReport();
  const long = <T extends { readonly text: string }>(entry: T): T => ({
    ...entry,
    text: entry.text.padEnd(180, 'とても長い説明です。'),
  });
  const wordy = {
    ...report,
    board: { ...board, findings: board.findings.map(long), decisions: board.decisions.map(long) },
  };
  expect(await boardPages(wordy)).toEqual([1, 1, 1, 1]);
});
