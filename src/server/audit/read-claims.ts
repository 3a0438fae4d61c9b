import type { Claims } from '#core/audit/claims.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answerWordsOf, newestSubmittedRun } from '../sheet/index.ts';
import { findAudit, findClaims } from './audit-repository.ts';

/** What the facility last submitted on the sheet of an audit: what it claims. Null where it never did. */
export async function claimsOn({ tx, facilityId }: FacilityContext, sheetId: string): Promise<Claims | null> {
  const run = await newestSubmittedRun(tx, facilityId, [sheetId]);
  if (!run?.submittedAt) return null;
  const answers = await answerWordsOf(tx, facilityId, run.id);
  return {
    fiscalYear: run.fiscalYear,
    submittedAt: run.submittedAt,
    answers: answers.flatMap(({ itemId, value, note }) => (value === null ? [] : [{ itemId, value, note }])),
  };
}

/** What the facility claimed when the audit began, so that nothing it corrects afterwards is taken for a claim; before, what it claims now. */
export async function readClaims(context: FacilityContext, auditId: string): Promise<Claims | null> {
  const audit = await findAudit(context, auditId);
  if (!audit) throw notFound();
  return audit.begunAt === null ? claimsOn(context, audit.sheetId) : findClaims(context, auditId);
}
