/** What can be looked at: all, or what is left in one way. */
export const clauseViews = [
  { value: 'all', label: 'すべて' },
  { value: 'not-begun', label: 'まだ' },
  { value: 'late', label: '期限を過ぎた' },
  { value: 'undone', label: 'できない理由あり' },
  { value: 'mine', label: '自分の担当' },
] as const;
export type ClausesShown = (typeof clauseViews)[number]['value'];

/** Which part of the guideline is open, and which of its lines are shown. */
export type ClauseSearch = { readonly part?: string; readonly clauses?: ClausesShown };

/** Reads the address; what does not fit is left out. */
export function clauseSearch({ part, clauses }: Record<string, unknown>): ClauseSearch {
  const known = clauseViews.find(({ value }) => value === clauses && value !== 'all');
  return { ...(typeof part === 'string' && { part }), ...(known && { clauses: known.value }) };
}
