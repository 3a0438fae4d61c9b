import { type Catalogue, findItem, findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';

/** Finds the areas of a sheet that an item, a measure or an id stands for, a measure of another sheet by what it sets; nothing where it has to do with none. */
export function areaFinder(catalogue: Catalogue, sheetId: SheetId) {
  const sheet = latestSheet(catalogue, sheetId);
  const known = new Set(sheet?.areas.map(({ id }) => id));
  const within = (
    placed: { readonly sheet: { readonly id: string }; readonly area: { readonly id: string } } | undefined,
  ) => (placed?.sheet.id === sheetId ? [placed.area.id] : []);
  const ofItem = (id: string): readonly string[] => within(findItem(catalogue, id));
  const setBy = (id: string) =>
    (sheet?.effects ?? []).filter(({ measure }) => measure === id).flatMap(({ sets }) => sets.flatMap(ofItem));
  return {
    ofItem,
    ofMeasure: (id: string | undefined): readonly string[] =>
      id === undefined ? [] : [...new Set([...within(findMeasure(catalogue, id)), ...setBy(id)])],
    known: (ids: readonly string[]): readonly string[] => ids.filter((id) => known.has(id)),
  };
}
export type AreaFinder = ReturnType<typeof areaFinder>;
