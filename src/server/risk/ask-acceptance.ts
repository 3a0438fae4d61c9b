import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { decisionFaults } from '#core/plan/decision/decision.ts';
import { basisOf } from '#core/risk/acceptance-basis.ts';
import { riskSource } from '#core/risk/acceptance-request.ts';
import type { AcceptanceEdit, Risk } from '#core/risk/risk.ts';
import { standingOf } from '#core/risk/risk-standing.ts';
import { stageOf } from '#core/risk/risk-state.ts';
import { takeBack } from '../plan/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { type Held, holdRisk, readRisk, standing } from './hold-risk.ts';
import { putAcceptance } from './keep-acceptance.ts';
import { findBasis, saveAcceptance } from './risk-repository.ts';

/** Puts what remains of a risk before the executives to be accepted; what was asked of it before is taken back. */
export async function askAcceptance(
  context: FacilityContext,
  { riskId, revision, ...accepting }: AcceptanceEdit & Held,
): Promise<Risk> {
  const { reason, until } = accepting;
  const faults = decisionFaults('risk-acceptance', { outcome: 'approved', reason, until }, dayInJapan(context.now));
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const current = await holdRisk(context, { riskId, revision });
  const remaining = current.after ?? current.estimate;
  if (current.closedReason !== null) throw refused('risk/closed');
  if (!remaining) throw refused('risk/not-assessed');
  const basis = basisOf(current, await findBasis(context, riskId), []);
  await recordActivity(context, 'risk.acceptance-asked', riskId, { level: current.levelAfter, until });
  return putAcceptance(context, current, { ...accepting, ...remaining, basis });
}

/** Gives up accepting a risk, so that something is done about it instead; what was decided stays in the record of decisions. */
export async function dropAcceptance(context: FacilityContext, riskId: string): Promise<Risk> {
  const current = await standing(context, riskId);
  if (!current.acceptance) return current;
  await recordActivity(context, 'risk.acceptance-dropped', riskId);
  await takeBack(context, riskSource(riskId));
  await saveAcceptance(context, riskId, null, stageOf({ ...standingOf(current), accepting: false }));
  return readRisk(context, riskId);
}
