import { type Catalogue, findItem, findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';

/** Finds the area of a sheet that an item, a measure or an id stands for; nothing where it is of another sheet. */
export function areaFinder(catalogue: Catalogue, sheetId: SheetId) {
  const known = new Set(latestSheet(catalogue, sheetId)?.areas.map(({ id }) => id));
  const within = (
    placed: { readonly sheet: { readonly id: string }; readonly area: { readonly id: string } } | undefined,
  ) => (placed?.sheet.id === sheetId ? [placed.area.id] : []);
  return {
    ofItem: (id: string): readonly string[] => within(findItem(catalogue, id)),
    ofMeasure: (id: string | undefined): readonly string[] =>
      id === undefined ? [] : within(findMeasure(catalogue, id)),
    known: (ids: readonly string[]): readonly string[] => ids.filter((id) => known.has(id)),
  };
}
export type AreaFinder = ReturnType<typeof areaFinder>;
