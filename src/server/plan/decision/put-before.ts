import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { remindOfDecision } from './decision-dues.ts';
import { insertRequest, lockRequest, lockStanding, type NewRequest } from './request-repository.ts';
import { tellAsked } from './tell-asked.ts';

/** Puts a matter before the executives and tells them so; refused with what stands where its source was asked already. */
export async function putBefore(context: FacilityContext, asked: NewRequest): Promise<DecisionRequest> {
  const id = await insertRequest(context, asked);
  const request = id === undefined ? await lockStanding(context, asked.source ?? '') : await lockRequest(context, id);
  if (!request) throw notFound();
  if (id === undefined) throw refused('plan/asked-already', { current: request });
  await recordActivity(context, 'decision.asked', id, { kind: asked.kind, cost: asked.cost, source: asked.source });
  await tellAsked(context, id);
  await remindOfDecision(context, id, asked.neededBy);
  return request;
}
