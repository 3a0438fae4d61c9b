import { estimateFaults } from '#core/risk/estimate-faults.ts';
import { levelOf } from '#core/risk/level.ts';
import type { Assessment, Risk } from '#core/risk/risk.ts';
import { standingOf } from '#core/risk/risk-standing.ts';
import { stageOf } from '#core/risk/risk-state.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { findCriteria, keepCriteria } from './criteria-repository.ts';
import { type Held, holdRisk } from './hold-risk.ts';
import { keepAcceptance } from './keep-acceptance.ts';
import { saveEstimate } from './risk-repository.ts';

type Assessing = Assessment & Held & { readonly criteriaRevision: number };

/** Estimates a risk; where it is no longer what the executives were asked to accept, they are asked anew. */
export async function assessRisk(
  context: FacilityContext,
  { riskId, revision, criteriaRevision, ...assessment }: Assessing,
): Promise<Risk> {
  await keepCriteria(context);
  const criteria = await findCriteria(context);
  if (criteria.revision !== criteriaRevision) throw refused('risk/criteria-changed');
  const faults = estimateFaults(assessment, criteria);
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  const current = await holdRisk(context, { riskId, revision });
  const [level, levelAfter] = [levelOf(assessment), levelOf(assessment.after ?? assessment)];
  await recordActivity(context, 'risk.assessed', riskId, { level, levelAfter });
  await saveEstimate(context, riskId, assessment, stageOf({ ...standingOf(current), level }));
  return keepAcceptance(context, riskId);
}
