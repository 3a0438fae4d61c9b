import type { Bridge, BridgedItem } from '../bridge.ts';
import { type Area, type Item, itemsOf, type Sheet } from '../sheet.ts';
import { madeUpItem } from './made-up-catalogue.ts';

const nextId = (id: string): string => id.replace(/^R7/, 'R8');

/** What the made-up version says otherwise; by the end of the id, so that every form of R7 serves. */
const rewordedEnds: Readonly<Record<string, string>> = {
  '2-07': '（試験用の文言）パスワードの長さを決め、間違いが続いたら使えなくしている',
  '2-10': '（試験用の文言）サーバと端末のそれぞれで二要素認証を使っている',
};
const droppedEnd = '2-12';
const endOf = (id: string): string => id.split('-').slice(2).join('-');

function nextItem({ near: _near, ...item }: Item): Item {
  const text = rewordedEnds[endOf(item.id)] ?? item.text;
  return { ...item, id: nextId(item.id), text, ...(text !== item.text && { unverified: '試験用に作った文言です。' }) };
}

const isOfSystems = ({ id }: Area): boolean => id.endsWith('-2');

/** The one item nobody asked before: `R8-H-2-NEW`. */
export function newItemOf(r7: Sheet): string {
  const [first] = r7.areas.find(isOfSystems)?.items ?? [];
  return nextId(first?.id ?? 'R7-01').replace(/[^-]+$/, 'NEW');
}

function bridgeOf(r7: Sheet, fresh: string): Bridge {
  const items = itemsOf(r7)
    .filter(({ id }) => endOf(id) !== droppedEnd)
    .map(({ id }): BridgedItem => {
      return { item: nextId(id), change: endOf(id) in rewordedEnds ? 'reworded' : 'unchanged', from: id };
    });
  const dropped = itemsOf(r7).flatMap(({ id }) => (endOf(id) === droppedEnd ? [id] : []));
  return { sheet: r7.id, from: r7.version, to: 'R8', items: [...items, { item: fresh, change: 'new' }], dropped };
}

/**
 * A made-up next version of a form of the checklist and the bridge to it, for tests only: nothing of it is the ministry's. Items
 * 2-⑦ and 2-⑩ say something else, 2-⑫ is gone, one is new, everything else is as it was.
 */
export function madeUpR8(r7: Sheet): { readonly sheet: Sheet; readonly bridge: Bridge } {
  const fresh = newItemOf(r7);
  const areas = r7.areas.map((area) => ({
    ...area,
    id: nextId(area.id),
    items: [
      ...area.items.filter(({ id }) => endOf(id) !== droppedEnd).map(nextItem),
      ...(isOfSystems(area) ? [madeUpItem(fresh, { text: '（試験用の文言）新しい項目です', label: '新' })] : []),
    ],
  }));
  const head = { version: 'R8', published: '2026-11-22', description: '試験用の版' };
  const sheet = { ...r7, ...head, areas, ...(r7.gate && { gate: nextId(r7.gate) }) };
  return { sheet, bridge: bridgeOf(r7, fresh) };
}
