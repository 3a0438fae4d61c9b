/** Part of the address of the answering pages: how the questions are shown and which one is open. */
export type QuestionSearch = { readonly view?: 'one' | 'list'; readonly item?: string };

export function questionSearch({ view, item }: Record<string, unknown>): QuestionSearch {
  return {
    ...((view === 'one' || view === 'list') && { view }),
    ...(typeof item === 'string' && { item }),
  };
}
