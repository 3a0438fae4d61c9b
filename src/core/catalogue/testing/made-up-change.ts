import type { Catalogue } from '../catalogue.ts';
import { catalogueFaults } from '../catalogue-faults.ts';
import type { ContentCounts } from '../content-counts.ts';
import type { Area, Item, Measure, Sheet, SheetId } from '../sheet.ts';
import { everyYear, madeUpCatalogue, madeUpCounts, madeUpMeasure } from './made-up-catalogue.ts';

/** Faults of a catalogue as 「code item field」. */
export function faultsOf(catalogue: Catalogue, counts: ContentCounts = madeUpCounts): readonly string[] {
  return catalogueFaults(catalogue, counts).map(({ code, item, field }) => [code, item, field].join(' ').trim());
}

/** The made-up catalogue with one of its sheets changed. */
export function withSheet(id: SheetId, change: (sheet: Sheet) => Sheet): Catalogue {
  const sheets = madeUpCatalogue.sheets.map((sheet) => (sheet.id === id ? change(sheet) : sheet));
  return { ...madeUpCatalogue, sheets };
}

/** The made-up catalogue with the area of its step sheet changed. */
export function withArea(change: (area: Area) => Area): Catalogue {
  return withSheet('small-facility', (sheet) => ({ ...sheet, areas: sheet.areas.map(change) }));
}

/** The made-up catalogue with the item of its step sheet changed. */
export function withItem(change: (item: Item) => Item): Catalogue {
  return withArea((area) => ({ ...area, items: area.items.map(change) }));
}

/** The made-up catalogue with other measures in its step sheet. */
export function withMeasures(...measures: Measure[]): Catalogue {
  return withArea((area) => ({ ...area, measures }));
}

/** The two measures of the made-up step sheet: to 2, and from there to 3. */
export const toTwo = madeUpMeasure('MS1', ['S1→2']);
export const toThree = madeUpMeasure('MS2', ['S1→3*'], { requires: ['MS1'], ...everyYear });
