import { type ClausesShown, clauseViews } from './clause-words.ts';

/** Which part of the guideline is open, and which of its lines are shown. */
export type ClauseSearch = { readonly part?: string; readonly clauses?: ClausesShown };

/** Reads the address; what does not fit is left out. */
export function clauseSearch({ part, clauses }: Record<string, unknown>): ClauseSearch {
  const known = clauseViews.find(({ value }) => value === clauses && value !== 'all');
  return { ...(typeof part === 'string' && { part }), ...(known && { clauses: known.value }) };
}
