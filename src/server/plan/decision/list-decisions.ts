import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { may } from '#core/identity/role.ts';
import type { DecisionList } from '#core/plan/decision/decision-contract.ts';
import { byStanding } from '#core/plan/decision/standing.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findRequests } from './request-repository.ts';
import { findSuggestions } from './suggestions.ts';

/** What is to be decided, put off and decided; what could be asked, for whoever may ask. */
export async function listDecisions(context: FacilityContext, catalogue: Catalogue): Promise<DecisionList> {
  const requests = await findRequests(context);
  const suggested = may(context.roles, 'decision.ask') ? await findSuggestions(context, catalogue, requests) : [];
  return { ...byStanding(requests, context.now), suggested: [...suggested] };
}
