/** A document for a word processor as plain data: what stands in it from top to bottom. */
export type WordBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [title: string, text: string])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly widths: readonly number[];
    };

/** `widths` of a table are shares of the page; texts keep their line breaks. */
export type WordDocument = { readonly title: string; readonly author: string; readonly blocks: readonly WordBlock[] };
