import { doubtOf } from '#core/catalogue/doubt.ts';
import type { Item } from '#core/catalogue/sheet.ts';

/** What is said once above several questions, since it holds for most of them; each it holds for is marked alone. */
export type CommonNotes = {
  readonly doubt: string | null;
  /** Where all the doubted come from, if it is one source. */
  readonly source: string | null;
  /** Whether the doubt holds for every one of them. */
  readonly ofAll: boolean;
};

/** Where nothing is said above. */
export const nothingCommon: CommonNotes = { doubt: null, source: null, ofAll: false };

export function commonNotes(items: readonly Item[]): CommonNotes {
  const shareOf = (doubt: string) => items.filter((item) => doubtOf(item) === doubt);
  const isCommon = (doubt: string | null): doubt is string =>
    doubt !== null && shareOf(doubt).length > Math.max(1, items.length / 2);
  const doubt = items.map(doubtOf).find(isCommon);
  if (doubt === undefined) return nothingCommon;
  const [first, ...others] = shareOf(doubt);
  const isOneSource = others.every(({ source }) => source === first?.source);
  return { doubt, source: (isOneSource && first?.source) || null, ofAll: others.length + 1 === items.length };
}

/** Whether what nobody could check of an item stands above it already. */
export const isDoubtTold = (item: Item, { doubt }: CommonNotes): boolean => doubt !== null && doubtOf(item) === doubt;
