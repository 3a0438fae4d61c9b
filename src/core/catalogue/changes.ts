import type { SheetChanges } from './contract.ts';
import type { Crossing } from './crossing.ts';
import { doubtOf } from './doubt.ts';
import { type Item, itemsOf } from './sheet.ts';

const shown = ({ id, label = id, text }: Item) => ({ id, label, text });

/** What a later version asks beside an earlier one, as people read it: every item with its older wording, and what is gone. */
export function changesOf({ from, to, steps, dropped }: Crossing): SheetChanges {
  const earlier = new Map(itemsOf(from).map((item) => [item.id, item]));
  const areaOf = new Map(to.areas.flatMap(({ title, items }) => items.map(({ id }) => [id, title] as const)));
  const items = itemsOf(to).map((item) => {
    const step = steps.get(item.id) ?? { change: 'new' as const };
    const before = step.change === 'new' ? undefined : earlier.get(step.from);
    const area = areaOf.get(item.id) ?? '';
    return { ...shown(item), area, change: step.change, earlier: before ? shown(before) : null, doubt: doubtOf(item) };
  });
  const gone = dropped.flatMap((id) => earlier.get(id) ?? []).map(shown);
  return { sheetId: to.id, title: to.title, from: from.version, to: to.version, items, dropped: gone };
}

/** How many items of a version are unchanged, reworded and new, and how many of the earlier one are gone. */
export function countChanges({ items, dropped }: SheetChanges) {
  const count = (change: SheetChanges['items'][number]['change']) =>
    items.filter((item) => item.change === change).length;
  return { unchanged: count('unchanged'), reworded: count('reworded'), new: count('new'), dropped: dropped.length };
}
