import { implement } from '@orpc/server';
import { auditContract } from '#core/audit/contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { beginAudit } from './begin-audit.ts';
import { changeTeam } from './change-team.ts';
import { readChoices } from './involvements.ts';
import { editAudit, planAudit } from './plan-audit.ts';
import { listAudits, readAudit } from './read-audits.ts';
import { readClaims } from './read-claims.ts';
import { reportAudit } from './report-audit.ts';
import { correctFinding, planCorrection, verifyFinding } from './save-finding.ts';
import { askFor, noteInterview, replyTo } from './save-inquiry.ts';
import { addRemark, editRemark, removeRemark } from './save-remark.ts';
import { setConcern } from './set-concern.ts';
import { writePdfReport, writeSession, writeWordReport } from './write-report.ts';

export function auditRoutes(parts: { readonly catalogue: Catalogue; readonly documents: Documents }) {
  const { catalogue } = parts;
  const os = implement(auditContract).$context<RequestContext>();
  return os.router({
    audits: os.audits.handler(({ context, input }) =>
      context.inFacility((facility) => listAudits(facility, input.after)),
    ),
    choices: os.choices.handler(({ context, input }) =>
      context.inFacility((facility) => readChoices(facility, catalogue, input.sheetId)),
    ),
    plan: os.plan.handler(({ context, input: { facilityId: _, ...plan } }) =>
      context.inFacility((facility) => planAudit(facility, catalogue, plan)),
    ),
    audit: os.audit.handler(({ context, input }) =>
      context.inFacility((facility) => readAudit(facility, catalogue, input.auditId)),
    ),
    begin: os.begin.handler(({ context, input }) =>
      context.inFacility((facility) => beginAudit(facility, catalogue, input.auditId)),
    ),
    claims: os.claims.handler(({ context, input }) =>
      context.inFacility((facility) => readClaims(facility, input.auditId)),
    ),
    report: os.report.handler(({ context, input: { auditId, opinion } }) =>
      context.inFacility((facility) => reportAudit(facility, catalogue, { auditId, opinion })),
    ),
    planCorrection: os.planCorrection.handler(({ context, input: { facilityId: _, ...plan } }) =>
      context.inFacility((facility) => planCorrection(facility, catalogue, plan)),
    ),
    correct: os.correct.handler(({ context, input: { facilityId: _, ...correction } }) =>
      context.inFacility((facility) => correctFinding(facility, catalogue, correction)),
    ),
    verify: os.verify.handler(({ context, input: { facilityId: _, ...verdict } }) =>
      context.inFacility((facility) => verifyFinding(facility, catalogue, verdict)),
    ),
    pdfReport: os.pdfReport.handler(({ context, input }) => writePdfReport(context, parts, input.auditId)),
    wordReport: os.wordReport.handler(({ context, input }) => writeWordReport(context, parts, input.auditId)),
    session: os.session.handler(({ context, input }) => writeSession(context, parts, input.auditId)),
    ask: os.ask.handler(({ context, input: { facilityId: _, ...asked } }) =>
      context.inFacility((facility) => askFor(facility, catalogue, asked)),
    ),
    reply: os.reply.handler(({ context, input: { facilityId: _, ...reply } }) =>
      context.inFacility((facility) => replyTo(facility, reply)),
    ),
    interview: os.interview.handler(({ context, input: { facilityId: _, ...held } }) =>
      context.inFacility((facility) => noteInterview(facility, held)),
    ),
    remark: os.remark.handler(({ context, input: { facilityId: _, ...remark } }) =>
      context.inFacility((facility) => addRemark(facility, remark)),
    ),
    editRemark: os.editRemark.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editRemark(facility, edit)),
    ),
    removeRemark: os.removeRemark.handler(({ context, input }) =>
      context.inFacility((facility) => removeRemark(facility, input.remarkId)),
    ),
    concern: os.concern.handler(({ context, input: { facilityId: _, ...concern } }) =>
      context.inFacility((facility) => setConcern(facility, catalogue, concern)),
    ),
    changeTeam: os.changeTeam.handler(({ context, input: { facilityId: _, ...change } }) =>
      context.inFacility((facility) => changeTeam(facility, catalogue, change)),
    ),
    edit: os.edit.handler(({ context, input: { facilityId: _, auditId, revision, ...plan } }) =>
      context.inFacility((facility) => editAudit(facility, catalogue, { auditId, revision, plan })),
    ),
  });
}
