import { useRef } from 'react';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { useAnswering } from '../answering.ts';
import { CommonDoubt } from '../CommonDoubt.tsx';
import { useStepKeys } from '../card/use-step-keys.ts';
import { commonNotes } from '../common-notes.ts';
import { RunItem } from '../item/RunItem.tsx';
import { partHref } from '../item-href.ts';
import { usePreferences } from '../preferences.ts';
import type { SheetPart } from '../sheet-part.ts';
import { useHashItem } from './use-hash-item.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShownItems } from './use-shown-items.ts';

const emptyTitles = {
  unanswered: 'この分野に、未回答の設問はありません',
  changed: 'この分野に、新しい設問も文言の変わった設問もありません',
  'to-confirm': 'この分野に、確かめる設問はありません',
  mine: 'この分野は、あなたの担当ではありません',
} as const;

/** The items of a part, one card each. */
export function ItemList({ part }: { readonly part: SheetPart }) {
  const list = useRef<HTMLDivElement>(null);
  const { keys } = usePreferences();
  const items = useShownItems(part);
  useStepKeys(list, keys);
  useHashItem(part.id);
  useKeptFocus(list);
  const told = commonNotes(part.items);
  if (items.length === 0) return <NothingShown part={part} />;
  return (
    <div ref={list} className="flex flex-col gap-4">
      <CommonDoubt told={told} whole="この分野の項目" />
      {items.map((item) => (
        <RunItem key={item.id} item={item} told={told} />
      ))}
    </div>
  );
}

function NothingShown({ part }: { readonly part: SheetPart }) {
  const { path, search } = useAnswering();
  return (
    <EmptyState
      icon="check"
      title={emptyTitles[search.show ?? 'unanswered']}
      action={<ButtonLink href={partHref(path, { area: part.id })}>この分野のすべての設問を見る</ButtonLink>}
    >
      ほかの分野に残っていれば、下の「次の分野」か、分野の一覧から開けます。
    </EmptyState>
  );
}
