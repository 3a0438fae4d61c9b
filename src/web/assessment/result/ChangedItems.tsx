import type { Change } from '#core/assessment/change.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Link } from '#web/ui/Link.tsx';
import { shortAnswer } from './short-answer.ts';
import type { ShownResult } from './shown-result.ts';

type ChangedItemsProps = {
  readonly shown: ShownResult;
  readonly title: string;
  readonly items: readonly Change['items'][number][];
  readonly openAtFirst?: boolean;
};

/** Items with the answer of last time and of now. */
export function ChangedItems({ shown, title, items, openAtFirst = false }: ChangedItemsProps) {
  if (items.length === 0) return null;
  const text = new Map(itemsOf(shown.sheet).map((item) => [item.id, item.text]));
  const { scale } = shown.sheet;
  return (
    <Disclosure title={`${title}　${items.length}問`} openAtFirst={openAtFirst}>
      <ul className="divide-y divide-solid-gray-100 border-t border-solid-gray-100 pb-3">
        {items.map(({ item, before, after }) => (
          <li key={item} data-print="whole" className="flex items-start gap-3 py-2 text-help">
            <span className="w-14 shrink-0 tabular-nums">
              <Link href={shown.answersAt(item)}>{item}</Link>
            </span>
            <span className="flex min-w-0 flex-1 flex-col items-start gap-x-3 sm:flex-row">
              <span className="min-w-0 flex-1">{text.get(item)}</span>
              <span className="shrink-0 font-700 whitespace-nowrap tabular-nums">
                {shortAnswer(before, scale)} → {shortAnswer(after, scale)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
