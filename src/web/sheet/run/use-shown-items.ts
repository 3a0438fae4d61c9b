import { useState } from 'react';
import type { Item } from '#core/catalogue/sheet.ts';
import { useAnswering } from '../answering.ts';
import { shownItems } from '../progress.ts';
import type { SheetPart } from '../sheet-part.ts';

/** The items of a part that the filter lets through; one that stops to match stays until the page shows something else. */
export function useShownItems(part: SheetPart): readonly Item[] {
  const { search, standings } = useAnswering();
  const shows = `${part.id} ${search.show ?? ''}`;
  const matching = shownItems(search.show, part, standings).map(({ id }) => id);
  const [kept, setKept] = useState({ shows, ids: matching });
  const ids = kept.shows === shows ? [...new Set([...kept.ids, ...matching])] : matching;
  if (kept.shows !== shows || ids.length > kept.ids.length) setKept({ shows, ids });
  return part.items.filter(({ id }) => ids.includes(id));
}
