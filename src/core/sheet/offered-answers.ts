import type { Item, Scale } from '../catalogue/sheet.ts';
import type { Fault } from '../kernel/contract.ts';
import { type Change, type CurrentAnswer, decideAnswer, neverAnswered } from './answer-change.ts';

/** An answer from a file or an earlier run; revision 0 offers it only where nothing was answered yet. */
export type OfferedAnswer = Change & { readonly itemId: string };

/** What becomes of offered answers: written with their next revision, left as they are, or for a person to choose. */
export type SortedOffer = {
  readonly writes: readonly OfferedAnswer[];
  readonly conflicts: readonly OfferedAnswer[];
  readonly faults: readonly Fault[];
  readonly unchanged: number;
};

const revisionBroken = (item: string): Fault => ({
  item,
  code: 'revision-broken',
  message: '更新番号が書き変わっています。ファイルをもう一度受け取り直してください。',
});

const unknownItem = (item: string): Fault => ({
  item,
  code: 'unknown-item',
  message: `設問番号「${item}」は、この点検票にありません。番号を確かめてください。`,
});

type Sorted =
  | { readonly write: OfferedAnswer }
  | { readonly conflict: OfferedAnswer }
  | { readonly fault: Fault }
  | 'unchanged';

function sortOne(
  scale: Scale,
  item: Item | undefined,
  current: CurrentAnswer | undefined,
  offer: OfferedAnswer,
): Sorted {
  if (!item) return { fault: unknownItem(offer.itemId) };
  const { value, note, revision } = offer;
  const isSame = value === (current?.value ?? null) && note === (current?.note ?? '');
  const isUntouched = revision === 0 && value === null && note === '';
  if (isSame || isUntouched) return 'unchanged';
  const decision = decideAnswer({ status: 'open', scale }, item, current ?? neverAnswered, offer);
  if (decision.kind === 'write') return { write: { ...offer, revision: decision.revision } };
  if (decision.kind === 'not-valid') return { fault: decision.fault };
  return current ? { conflict: offer } : { fault: revisionBroken(item.id) };
}

/**
 * Sorts answers offered to an open run. One that says what stands already, or that nobody touched in the file, changes
 * and confirms nothing; one based on an older revision is a conflict; with any fault nothing may be written.
 */
export function sortOffer(
  scale: Scale,
  items: ReadonlyMap<string, Item>,
  current: ReadonlyMap<string, CurrentAnswer>,
  offered: readonly OfferedAnswer[],
): SortedOffer {
  const sorted = offered.map((offer) => sortOne(scale, items.get(offer.itemId), current.get(offer.itemId), offer));
  const each = sorted.filter((one) => one !== 'unchanged');
  return {
    writes: each.flatMap((one) => ('write' in one ? [one.write] : [])),
    conflicts: each.flatMap((one) => ('conflict' in one ? [one.conflict] : [])),
    faults: each.flatMap((one) => ('fault' in one ? [one.fault] : [])),
    unchanged: sorted.length - each.length,
  };
}
