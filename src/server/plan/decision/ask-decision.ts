import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { newestResults } from '../../assessment/index.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { findRequests, insertRequest, lockRequest, lockStanding, type NewRequest } from './request-repository.ts';
import { findSuggestions } from './suggestions.ts';
import { tellAsked } from './tell-asked.ts';

const noSuggestion = {
  field: 'source',
  code: 'not-valid',
  message: 'この案は、もうありません。画面を開き直して、案から選び直してください。',
};

/** A source names a suggestion there is; one that stands as a request is told with what stands. */
async function refuseSource(context: FacilityContext, catalogue: Catalogue, source: string): Promise<void> {
  const current = await lockStanding(context, source);
  if (current) throw refused('plan/asked-already', { current });
  const newest = await newestResults(context, catalogue);
  const suggested = await findSuggestions(context, { newest, requests: await findRequests(context) });
  if (!suggested.some((one) => one.source === source)) throw refused('input-not-valid', { faults: [noSuggestion] });
}

/** Asks the executives to decide something and tells them so. */
export async function askDecision(
  context: FacilityContext,
  catalogue: Catalogue,
  asked: NewRequest,
): Promise<DecisionRequest> {
  if (asked.source !== null) await refuseSource(context, catalogue, asked.source);
  const id = await insertRequest(context, asked);
  const request = id === undefined ? await lockStanding(context, asked.source ?? '') : await lockRequest(context, id);
  if (!request) throw notFound();
  if (id === undefined) throw refused('plan/asked-already', { current: request });
  await recordActivity(context, 'decision.asked', id, { kind: asked.kind, cost: asked.cost, source: asked.source });
  await tellAsked(context, id);
  return request;
}
