export type WordsSearch = { readonly find?: string };

/** What is looked for among the words; it stands in the address. */
export function wordsSearch({ find }: Record<string, unknown>): WordsSearch {
  const text = typeof find === 'number' ? String(find) : find;
  return typeof text === 'string' && text !== '' ? { find: text } : {};
}
