import { useContext } from 'react';
import type { Item } from '#core/catalogue/sheet.ts';
import { BesideContext } from '../beside.ts';
import { useItem } from './use-item.ts';

/** What other capabilities say of this item, where one has something to say. */
export function BesideAnswer({ item }: { readonly item: Item }) {
  const Said = useContext(BesideContext);
  const { answer } = useItem(item);
  return Said ? <Said item={item} value={answer.value} /> : null;
}
