import { safeReturn } from './return-path.ts';

const afters = ['sign-out', 'reset', 'recovery-code', 'erasure'] as const;
type After = (typeof afters)[number];

export type SignInSearch = { readonly return?: string; readonly after?: After };

/** What the address of a door says: where to go back to, and what happened before. */
export function signInSearch(asked: Record<string, unknown>): SignInSearch {
  const back = safeReturn(asked.return);
  const after = afters.find((each) => each === asked.after);
  return { ...(back && { return: back }), ...(after && { after }) };
}
