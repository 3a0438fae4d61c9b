import { sql } from 'kysely';
import type { Drawing } from '#core/kernel/drawing.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { toSvg } from '#core/kernel/svg.ts';
import { riskBoard } from '#core/risk/risk-board.ts';
import { riskWorkbook, type WorkbookRisk } from '#core/risk/risk-workbook.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { facilityName } from '../platform/mail/facility-name.ts';
import { findCriteria } from './criteria-repository.ts';
import { listRisks } from './list-risks.ts';
import { asLine, linesOf } from './risk-rows.ts';
import { sumRisks } from './sum-risks.ts';

const picture = (drawing: Drawing) => ({ svg: toSvg(drawing), alt: `${drawing.title}。${drawing.description}` });

async function readBoard(context: FacilityContext) {
  const { tx, facilityId, now } = context;
  const { risks: lines } = await listRisks(context, { basis: 'after' });
  const facility = await facilityName(tx, facilityId);
  return { facilityId, board: riskBoard({ facility, sums: await sumRisks(context), lines, now }) };
}

/** The register for the board as PDF; read inside the transaction, typeset outside it. */
export async function writeBoard(context: RequestContext, documents: Documents): Promise<File> {
  const { facilityId, board } = await context.inFacility(readBoard);
  const { before, after } = board;
  const maps = {
    before: { ...before, map: picture(before.map) },
    after: { ...after, map: picture(after.map) },
  };
  const bytes = await documents.writePdf({ template: 'risk', content: { ...board, ...maps } }, facilityId);
  return new File([bytes], `${board.title}_${board.facility}.pdf`, { type: 'application/pdf' });
}

/** What is done about a risk, in the order it is due. */
const treatments = sql<string>`coalesce((select string_agg(x.what, '、' order by x.due_on nulls last, x.id)
  from risk_treatment x where x.facility_id = risk.facility_id and x.risk_id = risk.id), '')`;

/** More than any facility keeps. */
const mostRisks = 20_000;

async function findAll(context: FacilityContext): Promise<WorkbookRisk[]> {
  const rows = await linesOf(context)
    .select(['risk.assets', 'risk.threat', 'risk.weakness', 'risk.care_function', 'risk.outage_hours'])
    .select(['risk.patients', 'risk.leaked', treatments.as('treatments')])
    .orderBy('risk.number')
    .limit(mostRisks)
    .execute();
  return rows.map((row) => ({
    ...asLine(row, dayInJapan(context.now)),
    assets: row.assets,
    threat: row.threat,
    weakness: row.weakness,
    careFunction: row.care_function,
    outageHours: row.outage_hours,
    patients: row.patients,
    leaked: row.leaked,
    treatments: row.treatments,
  }));
}

async function readWorkbook(context: FacilityContext) {
  const { tx, facilityId, now } = context;
  const facility = await facilityName(tx, facilityId);
  const [criteria, risks] = [await findCriteria(context), await findAll(context)];
  return { facility, facilityId, workbook: riskWorkbook({ facility, criteria, risks, now }) };
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every risk as Excel; read inside the transaction, written outside it. */
export async function writeRiskWorkbook(context: RequestContext, documents: Documents): Promise<File> {
  const { facility, facilityId, workbook } = await context.inFacility(readWorkbook);
  const bytes = await documents.writeWorkbook(workbook, facilityId);
  return new File([bytes], `リスクの一覧_${facility}.xlsx`, { type: xlsx });
}
