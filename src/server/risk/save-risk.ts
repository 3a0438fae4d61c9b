import { riskSource } from '#core/risk/acceptance-request.ts';
import type { Risk, RiskEdit } from '#core/risk/risk.ts';
import { standingOf } from '#core/risk/risk-standing.ts';
import { stageOf } from '#core/risk/risk-state.ts';
import { takeBack } from '../plan/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { type Held, holdRisk, readRisk, refuseStranger } from './hold-risk.ts';
import { keepAcceptance } from './keep-acceptance.ts';
import { insertRisk, saveAcceptance, saveClosing, updateRisk } from './risk-repository.ts';

/** Adds a risk somebody has thought of. */
export async function addRisk(context: FacilityContext, edit: RiskEdit): Promise<Risk> {
  await refuseStranger(context, edit.ownerId, undefined);
  const id = await insertRisk(context, { ...edit, suggestion: null });
  await recordActivity(context, 'risk.added', id);
  return readRisk(context, id);
}

/** Changes what is said of a risk; where it is no longer what the executives were asked to accept, they are asked anew. */
export async function editRisk(
  context: FacilityContext,
  { riskId, revision, ...edit }: RiskEdit & Held,
): Promise<Risk> {
  const current = await holdRisk(context, { riskId, revision });
  await refuseStranger(context, edit.ownerId, current.owner?.id);
  await recordActivity(context, 'risk.edited', riskId, { owner: edit.ownerId, former: current.owner?.id ?? null });
  await updateRisk(context, riskId, edit);
  return keepAcceptance(context, riskId);
}

/** Closes a risk that is one no more, so that nothing of it is asked of the executives; or opens it again. */
export async function closeRisk(
  context: FacilityContext,
  { riskId, revision, reason }: Held & { readonly reason: string | null },
): Promise<Risk> {
  const current = await holdRisk(context, { riskId, revision });
  const stage = stageOf({ ...standingOf(current), closed: reason !== null, accepting: false });
  await recordActivity(context, reason === null ? 'risk.reopened' : 'risk.closed', riskId);
  if (current.acceptance) {
    await takeBack(context, riskSource(riskId));
    await saveAcceptance(context, riskId, null, stageOf({ ...standingOf(current), accepting: false }));
  }
  await saveClosing(context, riskId, reason, stage);
  return readRisk(context, riskId);
}
