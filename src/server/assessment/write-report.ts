import type { ResultView } from '#core/assessment/contract.ts';
import { type Report, type ReportInput, reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import { resultWorkbook } from '#core/assessment/result-workbook.ts';
import { type Catalogue, findMeasure, findSheet } from '#core/catalogue/catalogue.ts';
import { workbookType } from '#core/sheet/contract.ts';
import { newestEstablished } from '../evidence/index.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { type AnsweredRun, findAnswered, networkBeside } from './answered-run.ts';
import { resultOf } from './read-result.ts';
import { reportDocument } from './report-document.ts';
import { facilityHead } from './repository.ts';

/** The submitted network run of the same fiscal year, as the report shows it beside the scores. */
async function networkPart(context: FacilityContext, catalogue: Catalogue, answered: AnsweredRun) {
  const found = await networkBeside(context, catalogue, answered);
  if (!found) return undefined;
  const { sheet, answers } = found;
  return { sheet, answers, result: assess(sheet, answers, { measureOf: (id) => findMeasure(catalogue, id)?.measure }) };
}

function comparisonPart({ comparison }: ResultView): Pick<ReportInput, 'comparison'> {
  if (!comparison) return {};
  const { type, bedClass, others, percentile, quartiles } = comparison;
  if (others === null || percentile === null || quartiles === null) return {};
  return { comparison: { facilityClass: { type, bedClass }, others, percentile, quartiles } };
}

function mirrorPart({ mirror }: ResultView, catalogue: Catalogue): Pick<ReportInput, 'mirror'> {
  const sheet = mirror && findSheet(catalogue, 'executive', mirror.sheetVersion);
  return sheet ? { mirror: { sheet, mirror } } : {};
}

/** Everything a report of a run shows, read in one transaction. */
export async function loadReport(context: FacilityContext, catalogue: Catalogue, runId: string): Promise<ReportInput> {
  const { tx, facilityId, now } = context;
  const answered = await findAnswered(context, catalogue, runId);
  const { run } = answered;
  const established = await newestEstablished(context);
  const view = await resultOf(context, catalogue, answered, established);
  const network = await networkPart(context, catalogue, answered);
  const facility = await facilityHead(tx, facilityId);
  return {
    sheet: answered.sheet,
    answers: answered.answers,
    result: view.result,
    now,
    submittedAt: run.submittedAt,
    facility: facility.name,
    facilityType: facility.type,
    fiscalYear: run.fiscalYear,
    established,
    ...(view.previous && { previous: view.previous }),
    ...comparisonPart(view),
    ...mirrorPart(view, catalogue),
    ...(network && { network }),
  };
}

type Parts = { readonly catalogue: Catalogue; readonly documents: Documents };

const readReport = (context: RequestContext, catalogue: Catalogue, runId: string) =>
  context.inFacility(async (facility) => ({
    report: reportOf(await loadReport(facility, catalogue, runId)),
    facilityId: facility.facilityId,
  }));

const fileName = ({ facility, title }: Report, ending: string) =>
  `${[title, facility].filter((part) => part !== null).join('_')}.${ending}`;

/** The report of a run as PDF; read inside the transaction, typeset outside it. */
export async function writeReport(
  context: RequestContext,
  { catalogue, documents }: Parts,
  runId: string,
): Promise<File> {
  const { report, facilityId } = await readReport(context, catalogue, runId);
  const bytes = await documents.writePdf(reportDocument(report), facilityId);
  return new File([bytes], fileName(report, 'pdf'), { type: 'application/pdf' });
}

/** Everything in the report of a run as Excel. */
export async function writeResultWorkbook(
  context: RequestContext,
  { catalogue, documents }: Parts,
  runId: string,
): Promise<File> {
  const { report, facilityId } = await readReport(context, catalogue, runId);
  const bytes = await documents.writeWorkbook(resultWorkbook(report), facilityId);
  return new File([bytes], fileName(report, 'xlsx'), { type: workbookType });
}
