import { randomUUID } from 'node:crypto';
import type { AuditChoices, AuditPlan, AuditView } from '#core/audit/audit.ts';
import { decidePlan, type StandingPlan } from '#core/audit/audit-plan.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { remindOfAudit } from './audit-dues.ts';
import { insertAudit, lockAudit, updateAudit } from './audit-repository.ts';
import { readChoices, readChoicesOf } from './involvements.ts';
import { readAudit } from './read-audits.ts';
import { findSeats, namesOf, replaceTeam } from './team-repository.ts';

/** Refuses a plan with faults, or with somebody who is not independent of an area. */
export function refuseUnsound(plan: AuditPlan, choices: AuditChoices, standing?: StandingPlan): void {
  const decision = decidePlan(plan, choices, standing);
  if (decision.kind === 'not-valid') throw refused('input-not-valid', { faults: decision.faults });
  if (decision.kind === 'not-independent') throw refused('audit/not-independent', { refusals: decision.refusals });
}

/** Plans an audit; refused where somebody of its team is not independent of an area, with the reason. */
export async function planAudit(context: FacilityContext, catalogue: Catalogue, plan: AuditPlan): Promise<AuditView> {
  refuseUnsound(plan, await readChoices(context, catalogue, plan.sheetId));
  const id = randomUUID();
  await recordActivity(context, 'audit.planned', id, { kind: plan.kind, sheet: plan.sheetId, ...namesOf(plan.team) });
  await insertAudit(context, id, plan);
  await replaceTeam(context, id, plan.team);
  await remindOfAudit(context, id, plan);
  return readAudit(context, catalogue, id);
}

type Editing = { readonly auditId: string; readonly revision: number; readonly plan: AuditPlan };

/** Changes the plan of an audit that is not reported yet; refused with what stands where somebody was first. */
export async function editAudit(
  context: FacilityContext,
  catalogue: Catalogue,
  { auditId, revision, plan }: Editing,
): Promise<AuditView> {
  const standing = await lockAudit(context, auditId);
  if (!standing) throw notFound();
  if (standing.revision !== revision) {
    throw refused('audit/changed', { current: await readAudit(context, catalogue, auditId) });
  }
  if (standing.reportedAt !== null) throw refused('audit/reported');
  const team = await findSeats(context, auditId);
  const begun = standing.begunAt !== null;
  const choices = begun
    ? await readChoicesOf(context, catalogue, standing)
    : await readChoices(context, catalogue, plan.sheetId);
  refuseUnsound(plan, choices, { ...standing, team, begun });
  await recordActivity(context, 'audit.edited', auditId, namesOf(plan.team));
  await updateAudit(context, standing, plan);
  if (standing.begunAt === null) {
    await replaceTeam(context, auditId, plan.team);
    await remindOfAudit(context, auditId, plan);
  }
  return readAudit(context, catalogue, auditId);
}
