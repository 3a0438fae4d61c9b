import { implement } from '@orpc/server';
import { assessmentContract } from '#core/assessment/contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { readResult } from './read-result.ts';
import { reopenRun } from './reopen-run.ts';
import { submitRun } from './submit-run.ts';
import { writeReport, writeResultWorkbook } from './write-report.ts';

export function assessmentRoutes(parts: { readonly catalogue: Catalogue; readonly documents: Documents }) {
  const { catalogue } = parts;
  const os = implement(assessmentContract).$context<RequestContext>();
  return os.router({
    result: os.result.handler(({ context, input }) =>
      context.inFacility((facility) => readResult(facility, catalogue, input.runId)),
    ),
    submit: os.submit.handler(({ context, input }) =>
      context.inFacility((facility) => submitRun(facility, catalogue, input.runId)),
    ),
    reopen: os.reopen.handler(({ context, input }) =>
      context.inFacility((facility) => reopenRun(facility, catalogue, input)),
    ),
    report: os.report.handler(({ context, input }) => writeReport(context, parts, input.runId)),
    workbook: os.workbook.handler(({ context, input }) => writeResultWorkbook(context, parts, input.runId)),
  });
}
