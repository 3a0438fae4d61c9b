import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { decideAcceptance } from '#core/risk/acceptance-basis.ts';
import { acceptanceRequest, riskSource } from '#core/risk/acceptance-request.ts';
import type { Risk } from '#core/risk/risk.ts';
import { putAgain } from '../plan/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { findCriteria } from './criteria-repository.ts';
import { readRisk } from './hold-risk.ts';
import { type Accepting, findBasis, saveAcceptance } from './risk-repository.ts';

/** Puts accepting a risk before the executives in the place of what stands, and keeps the risk as it is put before them. */
export async function putAcceptance(context: FacilityContext, risk: Risk, accepting: Accepting): Promise<Risk> {
  const { reason, until, basis } = accepting;
  const wish = { reason, until, changed: basis.changed };
  const request = acceptanceRequest(risk, wish, await findCriteria(context), dayInJapan(context.now));
  await putAgain(context, { ...request, source: riskSource(risk.id) });
  await saveAcceptance(context, risk.id, accepting, 'acceptance');
  return readRisk(context, risk.id);
}

/** Asks the executives anew where a risk, just changed, is no longer what they were asked to accept; in the same transaction. */
export async function keepAcceptance(context: FacilityContext, riskId: string): Promise<Risk> {
  const risk = await readRisk(context, riskId);
  const decision = decideAcceptance(risk, await findBasis(context, riskId));
  const remaining = risk.after ?? risk.estimate;
  if (decision.kind === 'stands' || !risk.acceptance || !remaining) return risk;
  await recordActivity(context, 'risk.acceptance-asked-anew', riskId, { parts: decision.parts.join(' ') });
  const { reason, until } = risk.acceptance;
  return putAcceptance(context, risk, { reason, until, ...remaining, basis: decision.basis });
}
