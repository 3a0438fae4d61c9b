import { safeReturn } from './return-path.ts';

export type SignInSearch = { readonly return?: string; readonly after?: 'sign-out' };

/** What the address of a door says: where to go back to, and what happened before. */
export function signInSearch(asked: Record<string, unknown>): SignInSearch {
  const back = safeReturn(asked.return);
  return { ...(back && { return: back }), ...(asked.after === 'sign-out' && { after: 'sign-out' as const }) };
}
