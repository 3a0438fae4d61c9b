import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { sheetContract } from '#core/sheet/contract.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { answerHistory } from './answer-history.ts';
import { assignArea } from './assign-area.ts';
import { beginRun } from './begin-run.ts';
import { downloadCsv } from './download-csv.ts';
import { earlierAnswers } from './earlier-answers.ts';
import { carryOver, lastYear } from './last-year.ts';
import { listRuns } from './list-runs.ts';
import { moveRun } from './move-run.ts';
import { readRun } from './read-run.ts';
import { saveAnswer } from './save-answer.ts';
import { setWithoutVendor } from './set-without-vendor.ts';
import { takeAnswers } from './take-answers.ts';
import { downloadWorkbook, takeWorkbook } from './workbook.ts';

export function sheetRoutes(parts: { readonly catalogue: Catalogue; readonly documents: Documents }) {
  const { catalogue, documents } = parts;
  const os = implement(sheetContract).$context<RequestContext>();
  return os.router({
    runs: os.runs.handler(({ context }) => context.inFacility((facility) => listRuns(facility, catalogue))),
    begin: os.begin.handler(({ context, input }) =>
      context.inFacility((facility) => beginRun(facility, catalogue, input.sheetId)),
    ),
    run: os.run.handler(({ context, input }) =>
      context.inFacility((facility) => readRun(facility, catalogue, input.runId)),
    ),
    saveAnswer: os.saveAnswer.handler(({ context, input }) =>
      context.inFacility((facility) => saveAnswer(facility, catalogue, input)),
    ),
    history: os.history.handler(({ context, input }) =>
      context.inFacility((facility) => answerHistory(facility, catalogue, input)),
    ),
    assign: os.assign.handler(({ context, input }) =>
      context.inFacility((facility) => assignArea(facility, catalogue, input)),
    ),
    setWithoutVendor: os.setWithoutVendor.handler(({ context, input }) =>
      context.inFacility((facility) => setWithoutVendor(facility, catalogue, input)),
    ),
    lastYear: os.lastYear.handler(({ context, input }) =>
      context.inFacility((facility) => lastYear(facility, catalogue, input.runId)),
    ),
    carryOver: os.carryOver.handler(({ context, input }) =>
      context.inFacility((facility) => carryOver(facility, catalogue, input)),
    ),
    earlierAnswers: os.earlierAnswers.handler(({ context, input }) =>
      context.inFacility((facility) => earlierAnswers(facility, catalogue, input.runId)),
    ),
    moveRun: os.moveRun.handler(({ context, input }) =>
      context.inFacility((facility) => moveRun(facility, catalogue, input)),
    ),
    takeSelfCheck: os.takeSelfCheck.handler(({ context, input: { runId, answers } }) => {
      const offered = answers.map((answer) => ({ ...answer, revision: 0 }));
      return context.inFacility((facility) =>
        takeAnswers(facility, catalogue, { runId, origin: 'self-check', offered }),
      );
    }),
    downloadWorkbook: os.downloadWorkbook.handler(({ context, input }) =>
      downloadWorkbook(context, parts, input.runId),
    ),
    downloadCsv: os.downloadCsv.handler(({ context, input }) =>
      context.inFacility((facility) => downloadCsv(facility, catalogue, input.runId)),
    ),
    takeWorkbook: os.takeWorkbook.handler(async ({ context, input: { params, body } }) => {
      const reading = await documents.readWorkbook(new Uint8Array(await body.arrayBuffer()), params.facilityId);
      return context.inFacility((facility) => takeWorkbook(facility, catalogue, params.runId, reading));
    }),
  });
}
