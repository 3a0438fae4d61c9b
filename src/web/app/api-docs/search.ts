export type ApiDocsSearch = { readonly words?: string };

/** What the page is searched for. */
export function apiDocsSearch({ words }: Record<string, unknown>): ApiDocsSearch {
  return typeof words === 'string' && words.trim() !== '' ? { words: words.slice(0, 100) } : {};
}
