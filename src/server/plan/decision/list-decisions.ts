import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { may } from '#core/identity/role.ts';
import type { DecisionList } from '#core/plan/decision/decision-contract.ts';
import { byState } from '#core/plan/decision/request-state.ts';
import { newestResults } from '../../assessment/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { numbersOf } from './numbers-of.ts';
import { findRequests } from './request-repository.ts';
import { findSuggestions } from './suggestions.ts';

/** How the facility stands, what is to be decided, put off and decided; what could be asked, for whoever may ask. */
export async function listDecisions(context: FacilityContext, catalogue: Catalogue): Promise<DecisionList> {
  const requests = await findRequests(context);
  const newest = await newestResults(context, catalogue);
  const suggested = may(context.roles, 'decision.ask') ? await findSuggestions(context, { newest, requests }) : [];
  return { newest: newest.map(numbersOf), ...byState(requests, context.now), suggested: [...suggested] };
}
