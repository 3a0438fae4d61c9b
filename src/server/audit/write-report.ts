import { type AuditReport, auditReport } from '#core/audit/audit-report.ts';
import { auditSession } from '#core/audit/audit-session.ts';
import { auditWord } from '#core/audit/audit-word.ts';
import { wordType } from '#core/audit/contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { establishedBy } from '../evidence/index.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { facilityName } from '../platform/mail/facility-name.ts';
import { answerWordsOf, findRun, sheetOfRun } from '../sheet/index.ts';
import { readAudit } from './read-audits.ts';

type Parts = { readonly catalogue: Catalogue; readonly documents: Documents };

/** Everything the report of an audit shows; there is none before it is reported. */
async function loadReport(context: FacilityContext, catalogue: Catalogue, auditId: string): Promise<AuditReport> {
  const { tx, facilityId, now } = context;
  const audit = await readAudit(context, catalogue, auditId);
  const run = audit.runId === null ? undefined : await findRun(tx, facilityId, audit.runId);
  if (!run || audit.reportedAt === null) throw notFound();
  const claimed = new Map((await establishedBy(context, [auditId])).map((one) => [one.itemId, one.claimed]));
  const items = (await answerWordsOf(tx, facilityId, run.id)).map(({ itemId, value, conclusion, note }) => {
    return { itemId, value, conclusion, note, claimed: claimed.get(itemId) ?? null };
  });
  const facility = await facilityName(tx, facilityId);
  return auditReport({ audit, sheet: sheetOfRun(catalogue, run), facility, items, now });
}

async function readReport(context: RequestContext, catalogue: Catalogue, auditId: string) {
  return context.inFacility(async (facility) => ({
    report: await loadReport(facility, catalogue, auditId),
    facilityId: facility.facilityId,
  }));
}

const pdf = { type: 'application/pdf' };
const fileName = ({ title, subject }: Pick<AuditReport, 'title' | 'subject'>) => `${title}_${subject}`;

/** The report of an audit as PDF; read inside the transaction, typeset outside it. */
export async function writePdfReport(context: RequestContext, { catalogue, documents }: Parts, auditId: string) {
  const { report, facilityId } = await readReport(context, catalogue, auditId);
  const bytes = await documents.writePdf({ template: 'audit', content: report }, facilityId);
  return new File([bytes], `${fileName(report)}.pdf`, pdf);
}

/** The same for a word processor. */
export async function writeWordReport(context: RequestContext, { catalogue, documents }: Parts, auditId: string) {
  const { report, facilityId } = await readReport(context, catalogue, auditId);
  const bytes = await documents.writeWord(auditWord(report), facilityId);
  return new File([bytes], `${fileName(report)}.docx`, { type: wordType });
}

/** The page for the session with the directors. */
export async function writeSession(context: RequestContext, { catalogue, documents }: Parts, auditId: string) {
  const { report, facilityId } = await readReport(context, catalogue, auditId);
  const content = auditSession(report);
  const bytes = await documents.writePdf({ template: 'session', content }, facilityId);
  return new File([bytes], `${fileName(content)}.pdf`, pdf);
}
