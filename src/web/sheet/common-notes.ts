import { doubtOf } from '#core/catalogue/doubt.ts';
import type { Item } from '#core/catalogue/sheet.ts';

/** What is said once above several questions, since it holds for each of them. */
export type CommonNotes = { readonly doubt: string | null; readonly source: string | null };

export function commonNotes(items: readonly Item[]): CommonNotes {
  const common = (noteOf: (item: Item) => string | null) => {
    const [first = null, ...others] = items.map(noteOf);
    return others.length > 0 && others.every((one) => one === first) ? first : null;
  };
  const doubt = common(doubtOf);
  return { doubt, source: doubt === null ? null : common(({ source = null }) => source) };
}
