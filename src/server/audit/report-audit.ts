import type { AuditView } from '#core/audit/audit.ts';
import type { Claims } from '#core/audit/claims.ts';
import type { Remark } from '#core/audit/remark.ts';
import { decideReport } from '#core/audit/report-rule.ts';
import { veracityOf } from '#core/audit/veracity.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import type { Established } from '#core/evidence/established.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { insertEstablished } from '../evidence/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { type AnswerWords, answerWordsOf, closeAuditRun, lockRun, sheetOfRun } from '../sheet/index.ts';
import { findClaims, markReported, saveAudited } from './audit-repository.ts';
import { lockForTeam, refuseUnfit } from './begin-audit.ts';
import { askToEscalate } from './escalate-finding.ts';
import { remindOfFindings } from './finding-dues.ts';
import { type Found, insertFindings } from './finding-repository.ts';
import { readAudit } from './read-audits.ts';
import { findRemarks } from './remark-repository.ts';

async function lockAnswers({ tx, facilityId }: FacilityContext, catalogue: Catalogue, runId: string | null) {
  const run = runId === null ? undefined : await lockRun(tx, facilityId, runId);
  if (!run) return { items: [], answers: new Map<string, AnswerWords>() };
  const answers = await answerWordsOf(tx, facilityId, run.id);
  return {
    items: itemsOf(sheetOfRun(catalogue, run)),
    answers: new Map(answers.map((answer) => [answer.itemId, answer])),
  };
}

/** What the audit established of each item, beside what the facility claimed when it began. */
function establishedOf(answers: readonly AnswerWords[], of: { auditId: string; claims: Claims | null; on: string }) {
  const claimed = new Map(of.claims?.answers.map(({ itemId, value }) => [itemId, value]));
  return answers.flatMap(({ itemId, value }): Established[] => {
    if (value === null) return [];
    return [{ itemId, kind: 'audited', value, claimed: claimed.get(itemId) ?? null, sourceId: of.auditId, on: of.on }];
  });
}

const foundIn = (answers: readonly AnswerWords[]) =>
  answers.flatMap(({ itemId, conclusion, note }): Found[] =>
    conclusion === null || conclusion === 'conformity'
      ? []
      : [{ itemId, clauseId: null, system: null, conclusion, statement: note.trim() }],
  );

const foundBeside = (remarks: readonly Remark[]) =>
  remarks.map(({ clauseId, system, conclusion, statement }): Found => {
    return { itemId: null, clauseId, system: system === '' ? null : system, conclusion, statement };
  });

/** Reports an audit: its check sheet is locked, its findings begin, and what it established stands beside what is claimed. */
export async function reportAudit(
  context: FacilityContext,
  catalogue: Catalogue,
  { auditId, opinion }: { readonly auditId: string; readonly opinion: string },
): Promise<AuditView> {
  const { tx, facilityId, personId, now: at } = context;
  const held = await lockForTeam(context, auditId);
  const { id, runId, begunAt, reportedAt } = held.audit;
  const { items, answers } = await lockAnswers(context, catalogue, runId);
  const lead = held.team.some((seat) => seat.lead && seat.personId === personId);
  const decision = decideReport({ lead, begun: begunAt !== null, reported: reportedAt !== null, items, answers });
  if (decision.kind === 'refused') throw refused(decision.reason);
  if (decision.kind === 'not-concluded') throw refused('audit/not-concluded', { items: decision.items });
  await refuseUnfit(context, catalogue, held);
  const said = items.flatMap((item) => answers.get(item.id) ?? []);
  const claims = await findClaims(context, id);
  const found = [...foundIn(said), ...foundBeside(await findRemarks(context, id))];
  await recordActivity(context, 'audit.reported', id, { findings: found.length });
  await closeAuditRun(tx, { facilityId, runId: runId ?? '', personId, at });
  const established = establishedOf(said, { auditId: id, claims, on: dayInJapan(at) });
  await insertEstablished(context, established);
  const { compared, difference } = veracityOf(established.map(({ claimed, value }) => ({ claimed, audited: value })));
  if (difference !== null) await saveAudited(context, { compared, difference });
  const begun = await insertFindings(context, id, found);
  for (const due of begun) await askToEscalate(context, due);
  await remindOfFindings(context, begun);
  await markReported(context, id, opinion);
  return readAudit(context, catalogue, id);
}
