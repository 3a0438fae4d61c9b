import { type Area, type Item, itemsOf, type Sheet } from '#core/catalogue/sheet.ts';

/** What is answered on one screen: an area, or a whole sheet whose items run across its areas. */
export type SheetPart = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly ask?: string | undefined;
  readonly areas: readonly Area[];
  readonly items: readonly Item[];
};

export function partsOf(sheet: Sheet): readonly SheetPart[] {
  if (sheet.order) {
    const about = `${sheet.description}。${sheet.respondent}が答えます。`;
    return [{ id: 'all', title: sheet.title, about, areas: sheet.areas, items: itemsOf(sheet) }];
  }
  return sheet.areas.map((area) => ({ ...area, areas: [area] }));
}
