import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { DecisionRequest, RequestEdit } from '#core/plan/decision/request.ts';
import { isBound, isEditable, stateOf } from '#core/plan/decision/request-state.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { remindOfDecision } from './decision-dues.ts';
import { lockRequest, markWithdrawn, updateRequest } from './request-repository.ts';

type Editing = RequestEdit & { readonly requestId: string; readonly revision: number };

async function standing(context: FacilityContext, id: string): Promise<DecisionRequest> {
  const request = await lockRequest(context, id);
  if (!request) throw notFound();
  return request;
}

/** Changes a request nobody has decided anything of; refused with what stands where another change came first. */
export async function editRequest(
  context: FacilityContext,
  { requestId, revision, ...edit }: Editing,
): Promise<DecisionRequest> {
  const current = await standing(context, requestId);
  if (isBound(current)) throw refused('plan/request-bound');
  if (current.decisions.length > 0) throw refused('plan/request-decided', { current });
  if (!isEditable(current) || current.revision !== revision) throw refused('plan/request-changed', { current });
  await recordActivity(context, 'decision.request-edited', requestId, { kind: edit.kind, cost: edit.cost });
  await updateRequest(context, requestId, edit);
  await remindOfDecision(context, requestId, edit.neededBy);
  return standing(context, requestId);
}

/** Takes a request back that is not settled; what was decided of it stays. Taken back already it is as it should be. */
export async function withdrawRequest(context: FacilityContext, requestId: string): Promise<void> {
  const current = await standing(context, requestId);
  if (isBound(current)) throw refused('plan/request-bound');
  if (current.withdrawnAt !== null) return;
  if (stateOf(current, dayInJapan(context.now)) === 'settled') throw refused('plan/request-decided', { current });
  await recordActivity(context, 'decision.withdrawn', requestId);
  await markWithdrawn(context, requestId);
}
