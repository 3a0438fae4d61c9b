import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { answerWorkbook, readAnswerWorkbook } from '#core/sheet/answer-workbook.ts';
import { type Taken, workbookType } from '#core/sheet/contract.ts';
import { offerOf } from '#core/sheet/offered-answers.ts';
import type { Documents, WorkbookReading } from '../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { answersOf } from './answer-repository.ts';
import { readableItems } from './readable.ts';
import { facilityHead, findRun } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';
import { takeAnswers } from './take-answers.ts';

async function loadForWorkbook(context: FacilityContext, catalogue: Catalogue, runId: string) {
  const { tx, facilityId } = context;
  const run = await findRun(tx, facilityId, runId);
  if (!run) throw notFound();
  const isReadable = await readableItems(context, catalogue, run);
  const answers = (await answersOf(tx, facilityId, runId)).filter(({ itemId }) => isReadable(itemId));
  return {
    sheet: sheetOfRun(catalogue, run),
    answers: new Map(answers.map((answer) => [answer.itemId, answer])),
    facility: await facilityHead(tx, facilityId),
    run: runId,
    purpose: run.purpose,
    fiscalYear: fiscalYearLabel(run.fiscalYear),
  };
}

/** The sheet as Excel, filled as far as the run is; made outside the transaction. */
export async function downloadWorkbook(
  context: RequestContext,
  { catalogue, documents }: { readonly catalogue: Catalogue; readonly documents: Documents },
  runId: string,
): Promise<File> {
  const input = await context.inFacility((facility) => loadForWorkbook(facility, catalogue, runId));
  const bytes = await documents.writeWorkbook(answerWorkbook(input), input.facility.id);
  return new File([bytes], `点検票_${input.sheet.title}.xlsx`, { type: workbookType });
}

/** Takes the answers of a filled workbook in; one fault anywhere and nothing is changed. */
export async function takeWorkbook(
  context: FacilityContext,
  catalogue: Catalogue,
  runId: string,
  reading: WorkbookReading,
): Promise<Taken> {
  if ('faults' in reading) throw refused('sheet/file-not-usable', { faults: reading.faults });
  const run = await findRun(context.tx, context.facilityId, runId);
  if (!run) throw notFound();
  const sheet = sheetOfRun(catalogue, run);
  const file = readAnswerWorkbook(reading.sheets, sheet);
  if ('faults' in file) throw refused('sheet/file-not-usable', { faults: file.faults });
  if (file.head && (file.head.sheet !== sheet.id || file.head.run !== runId)) {
    const message =
      'このファイルは、ほかの点検票または別の年度・施設のものです。この点検から受け取ったファイルを選んでください。';
    throw refused('sheet/file-not-usable', { faults: [{ code: 'file-of-other-run', message }] });
  }
  return takeAnswers(context, catalogue, { runId, origin: 'file', offered: offerOf(file) });
}
