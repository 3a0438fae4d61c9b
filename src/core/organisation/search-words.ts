import { folded } from './folding.ts';

/** What to look for: `code` the digits of an institution code or its beginning, `name` the folded part of a name. */
export type SearchWords = { readonly code: string | null; readonly name: string };

const digits = /^\d{1,9}$/;
/** A code as institutions know it has a tenth digit, the kind of fee table, after the prefecture. */
const withFeeTable = /^(\d{2})[1-7](\d{7})$/;

/** Reads what a person typed into the search box; nothing searchable gives no code and an empty name. */
export function searchWords(typed: string): SearchWords {
  const name = folded(typed);
  const code = name.replace(withFeeTable, '$1$2');
  return { code: digits.test(code) ? code : null, name };
}
