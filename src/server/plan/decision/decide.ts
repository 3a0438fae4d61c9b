import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { type DecisionEdit, decisionFaults } from '#core/plan/decision/decision.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { acceptedRisk, stateOf } from '#core/plan/decision/request-state.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { holdNumbers, insertDecision, nextNumber } from './decision-repository.ts';
import { lockRequest, markDecided } from './request-repository.ts';
import { askToTellDueAgain } from './tell-due-again.ts';

type Deciding = DecisionEdit & { readonly requestId: string; readonly revision: number };

/** The request an executive has before the eyes; refused with what stands where somebody else was first. */
async function lockAsked(context: FacilityContext, { requestId, revision }: Deciding): Promise<DecisionRequest> {
  const current = await lockRequest(context, requestId);
  if (!current) throw notFound();
  const isSame = current.revision === revision && current.withdrawnAt === null;
  const isOpen = stateOf(current, dayInJapan(context.now)) !== 'settled';
  if (isSame && isOpen) return current;
  throw refused(current.decisions.length > 0 ? 'plan/request-decided' : 'plan/request-changed', { current });
}

/** Decides a request under the next number of the fiscal year; what was put off may be decided before its day. */
export async function decide(context: FacilityContext, deciding: Deciding): Promise<DecisionRequest> {
  await holdNumbers(context);
  const request = await lockAsked(context, deciding);
  const faults = decisionFaults(request.kind, deciding, dayInJapan(context.now));
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const fiscalYear = fiscalYearOf(context.now);
  const number = await nextNumber(context, fiscalYear);
  const { outcome, reason, until } = deciding;
  await recordActivity(context, 'decision.made', request.id, { fiscalYear, number, outcome, until });
  const riskId = acceptedRisk(request, outcome);
  if (riskId !== undefined) await recordActivity(context, 'risk.accepted', riskId, { until });
  await insertDecision(context, request, { fiscalYear, number, outcome, reason, until });
  await markDecided(context, request.id);
  await askToTellDueAgain(context, request, deciding);
  const decided = await lockRequest(context, request.id);
  if (!decided) throw notFound();
  return decided;
}
