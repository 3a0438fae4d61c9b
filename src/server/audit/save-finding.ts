import {
  type CorrectionPlan,
  decideStep,
  dueFaults,
  type Finding,
  type FindingStep,
  lastDayOf,
  mayOwn,
  verifierFault,
} from '#core/audit/finding.ts';
import { proofAt } from '#core/audit/finding-place.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { standsAt } from '../evidence/index.ts';
import { holdMembership } from '../identity/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import { askToRemind } from '../platform/due/remind.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { askToEscalate, takeBackFormer } from './escalate-finding.ts';
import { remindOfFindings } from './finding-dues.ts';
import { lockFinding, updateCorrection, updatePlan, updateVerdict } from './finding-repository.ts';
import { findTeam } from './team-repository.ts';

type At = { readonly findingId: string; readonly revision: number };

/** The finding, held, and the state the step brings it to; refused where somebody was first or the step is none it can take. */
async function lockForStep(context: FacilityContext, catalogue: Catalogue, at: At, step: FindingStep) {
  const finding = await lockFinding(context, catalogue, at.findingId);
  if (!finding) throw notFound();
  if (finding.revision !== at.revision) throw refused('audit/finding-changed', { current: finding });
  const decision = decideStep(finding, step);
  if (decision.kind === 'refused') throw refused(decision.reason);
  return { finding, state: decision.state };
}

async function asItStands(context: FacilityContext, catalogue: Catalogue, id: string): Promise<Finding> {
  const finding = await lockFinding(context, catalogue, id);
  if (!finding) throw notFound();
  return finding;
}

async function refuseOwner({ tx, facilityId }: FacilityContext, ownerId: string | null): Promise<void> {
  const roles = ownerId === null ? undefined : await holdMembership(tx, facilityId, ownerId);
  if (ownerId !== null && !(roles && mayOwn(roles))) throw refused('audit/owner-not-able');
}

/** Writes why it came to a finding, what is done, by whom and by when; on another day it leaves the page of the executives. */
export async function planCorrection(
  context: FacilityContext,
  catalogue: Catalogue,
  { findingId, revision, ...plan }: At & CorrectionPlan,
): Promise<Finding> {
  const { finding } = await lockForStep(context, catalogue, { findingId, revision }, 'planned');
  const faults = plan.dueOn === finding.dueOn ? [] : dueFaults(plan.dueOn, dayInJapan(context.now));
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const former = finding.owner?.id ?? null;
  if (plan.ownerId !== former) await refuseOwner(context, plan.ownerId);
  const detail = { owner: plan.ownerId, former, dueOn: plan.dueOn };
  await recordActivity(context, 'audit.correction-planned', findingId, detail);
  await updatePlan(context, findingId, plan);
  if (plan.dueOn !== finding.dueOn) {
    await askToEscalate(context, { findingId, auditId: finding.auditId, dueOn: plan.dueOn });
  }
  await remindOfFindings(context, [{ findingId, dueOn: plan.dueOn }]);
  const planned = await asItStands(context, catalogue, findingId);
  await takeBackFormer(context, planned);
  return planned;
}

/** What was said to be put right is looked at by a day, else it goes before the executives. */
async function askToVerify(context: FacilityContext, { id, auditId }: Finding, dueOn: string): Promise<void> {
  await askToEscalate(context, { findingId: id, auditId, dueOn });
  await askToRemind(context, { kind: 'verification', id, dueOn });
}

/** Says that a finding was put right; its proof stands at the item, the clause or itself, who leads the audit is reminded to look at it, and it goes before the executives if nobody does. */
export async function correctFinding(
  context: FacilityContext,
  catalogue: Catalogue,
  { correction, ...at }: At & { readonly correction: string },
): Promise<Finding> {
  const { finding, state } = await lockForStep(context, catalogue, at, 'corrected');
  if (!(await standsAt(context, proofAt(finding)))) throw refused('audit/no-evidence');
  await recordActivity(context, 'audit.corrected', finding.id);
  await updateCorrection(context, finding.id, { state, correction });
  const corrected = await asItStands(context, catalogue, finding.id);
  const last = lastDayOf(corrected);
  if (last) await askToVerify(context, corrected, last);
  return corrected;
}

/** What was sent back is late by the day it had, and its owner is to know. */
async function askAgain(context: FacilityContext, { id, auditId, dueOn }: Finding): Promise<void> {
  if (dueOn === null) return;
  await askToEscalate(context, { findingId: id, auditId, dueOn });
  await remindOfFindings(context, [{ findingId: id, dueOn }]);
}

/** An auditor of the team closes what was put right, or sends it back with the reason; once closed, the executives are asked of it no more. */
export async function verifyFinding(
  context: FacilityContext,
  catalogue: Catalogue,
  { step, verdict, ...at }: At & { readonly step: 'closed' | 'sent-back'; readonly verdict: string },
): Promise<Finding> {
  const { finding, state } = await lockForStep(context, catalogue, at, step);
  const team = await findTeam(context, finding.auditId);
  if (!team.some(({ person }) => person.id === context.personId)) throw refused('audit/not-of-team');
  const fault = verifierFault(finding, context.personId);
  if (fault) throw refused(fault);
  await recordActivity(context, `audit.${step}`, finding.id);
  await updateVerdict(context, finding.id, { state, verdict });
  if (state === 'open') await askAgain(context, finding);
  const verified = await asItStands(context, catalogue, finding.id);
  await takeBackFormer(context, verified);
  return verified;
}
