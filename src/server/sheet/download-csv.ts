import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { answerRows, csvType } from '#core/sheet/answer-csv.ts';
import { writeCsv } from '../platform/documents/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answersOf } from './answer-repository.ts';
import { readableItems } from './readable.ts';
import { findRun } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';

/** The answers of a run the person may read, as CSV in the form `mamori assess` reads. */
export async function downloadCsv(context: FacilityContext, catalogue: Catalogue, runId: string): Promise<File> {
  const { tx, facilityId } = context;
  const run = await findRun(tx, facilityId, runId);
  if (!run) throw notFound();
  const sheet = sheetOfRun(catalogue, run);
  const isReadable = await readableItems(context, catalogue, run);
  const answers = (await answersOf(tx, facilityId, runId)).filter(({ itemId }) => isReadable(itemId));
  const rows = answerRows(sheet, new Map(answers.map((answer) => [answer.itemId, answer])), run.purpose);
  return new File([writeCsv(rows)], `回答_${sheet.title}.csv`, { type: csvType });
}
