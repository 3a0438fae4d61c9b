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

const every = () => true;

/** The parts of a sheet, as far as their areas may be read. */
export function partsOf(sheet: Sheet, mayRead: (area: Area) => boolean = every): readonly SheetPart[] {
  const areas = sheet.areas.filter(mayRead);
  if (!sheet.order) return areas.map((area) => ({ ...area, areas: [area] }));
  const items = itemsOf(sheet).filter((item) => areas.some((area) => area.items.includes(item)));
  if (items.length === 0) return [];
  const about = `${sheet.description}。${sheet.respondent}が答えます。`;
  return [{ id: 'all', title: sheet.title, about, areas, items }];
}
