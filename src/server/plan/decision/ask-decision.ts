import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { newestResults } from '../../assessment/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { putBefore } from './put-before.ts';
import { lockStanding, type NewRequest } from './request-repository.ts';
import { findSuggestions } from './suggestions.ts';

const noSuggestion = {
  field: 'source',
  code: 'not-valid',
  message: 'この案は、もうありません。画面を開き直して、案から選び直してください。',
};

/** A source names a suggestion there is; one that stands as a request is told with what stands. */
async function refuseSource(context: FacilityContext, catalogue: Catalogue, source: string): Promise<void> {
  const current = await lockStanding(context, source);
  if (current) throw refused('plan/asked-already', { current });
  const suggested = await findSuggestions(context, await newestResults(context, catalogue));
  if (!suggested.some((one) => one.source === source)) throw refused('input-not-valid', { faults: [noSuggestion] });
}

/** Asks the executives to decide something and tells them so. */
export async function askDecision(
  context: FacilityContext,
  catalogue: Catalogue,
  asked: NewRequest,
): Promise<DecisionRequest> {
  if (asked.source !== null) await refuseSource(context, catalogue, asked.source);
  return putBefore(context, asked);
}
