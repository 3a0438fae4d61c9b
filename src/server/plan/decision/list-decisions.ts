import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { may } from '#core/identity/role.ts';
import type { DecisionList } from '#core/plan/decision/decision-contract.ts';
import { byState } from '#core/plan/decision/request-state.ts';
import { newestResults } from '../../assessment/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findDecided } from './decision-repository.ts';
import { numbersOf } from './numbers-of.ts';
import { findOpenRequests } from './request-repository.ts';
import { findSuggestions } from './suggestions.ts';

/** How the facility stands, what is to be decided and put off; what could be asked, for whoever may ask. */
export async function listDecisions(context: FacilityContext, catalogue: Catalogue): Promise<DecisionList> {
  const newest = await newestResults(context, catalogue);
  const suggested = may(context.roles, 'decision.ask') ? await findSuggestions(context, newest) : [];
  return {
    newest: newest.map(numbersOf),
    ...byState(await findOpenRequests(context), context.now),
    suggested: [...suggested],
  };
}

const page = 50;

/** One page of what was decided. */
export async function listDecided(context: FacilityContext, after: string | undefined) {
  const found = await findDecided(context, { after, most: page + 1 });
  return { decisions: found.slice(0, page), more: found.length > page };
}
