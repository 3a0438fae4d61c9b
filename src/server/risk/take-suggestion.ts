import { sql } from 'kysely';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { Risk } from '#core/risk/risk.ts';
import type { SuggestionList } from '#core/risk/suggestion-contract.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { readRisk } from './hold-risk.ts';
import { listSuggestions, type SuggestionSources } from './list-suggestions.ts';
import { insertRisk } from './risk-repository.ts';
import { deletePassed, insertPassed } from './suggestion-repository.ts';

/** Makes everybody who settles suggestions do so one after the other until the transaction ends. */
const holdSuggestions = ({ tx, facilityId }: FacilityContext) =>
  sql`select pg_advisory_xact_lock(hashtextextended('risk suggestions ' || ${facilityId}, 0))`.execute(tx);

/** Takes a suggestion into the register, to be estimated next. */
export async function takeSuggestion(
  context: FacilityContext,
  sources: SuggestionSources,
  suggestionId: string,
): Promise<Risk> {
  await holdSuggestions(context);
  const { suggestions } = await listSuggestions(context, sources);
  const taken = suggestions.find(({ id }) => id === suggestionId);
  if (!taken) throw refused('risk/no-suggestion');
  const { title, assets, threat, weakness, careFunction } = taken;
  const id = await insertRisk(context, {
    title,
    assets,
    threat,
    weakness,
    careFunction,
    outageHours: null,
    patients: null,
    leaked: null,
    ownerId: null,
    suggestion: { id: suggestionId, fiscalYear: fiscalYearOf(context.now) },
  });
  await recordActivity(context, 'risk.suggestion-taken', id, { suggestion: suggestionId });
  return readRisk(context, id);
}

type Passing = { readonly suggestionId: string; readonly passed: boolean; readonly reason: string };

/** Sets a suggestion aside for this fiscal year, or brings it back. */
export async function passSuggestion(
  context: FacilityContext,
  sources: SuggestionSources,
  { suggestionId, passed, reason }: Passing,
): Promise<SuggestionList> {
  await holdSuggestions(context);
  const list = await listSuggestions(context, sources);
  const known = passed ? list.suggestions : list.passed;
  if (!known.some(({ id }) => id === suggestionId)) throw refused('risk/no-suggestion');
  const act = passed ? 'risk.suggestion-passed' : 'risk.suggestion-brought-back';
  await recordActivity(context, act, suggestionId);
  const fiscalYear = fiscalYearOf(context.now);
  if (passed) await insertPassed(context, { suggestionId, fiscalYear, reason });
  else await deletePassed(context, suggestionId, fiscalYear);
  return listSuggestions(context, sources);
}
