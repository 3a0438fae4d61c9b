import { type Catalogue, findSheet } from '#core/catalogue/catalogue.ts';
import type { Area, Item, Sheet, SheetId } from '#core/catalogue/sheet.ts';
import { scopeOf, sheetInScope } from '#core/sheet/scope.ts';
import { SheetNotHeld } from '../catalogue/index.ts';
import { notFound } from '../platform/http/refusal.ts';

/** The sheet a run answers, in the version it was begun with, of an audit as far as it is in scope. A run whose sheet is gone is a fault of the installation. */
export function sheetOfRun(
  catalogue: Catalogue,
  run: Parameters<typeof scopeOf>[0] & { readonly sheetId: string; readonly sheetVersion: string },
): Sheet {
  const sheet = findSheet(catalogue, run.sheetId as SheetId, run.sheetVersion);
  if (!sheet) throw new SheetNotHeld(run.sheetId, run.sheetVersion);
  return sheetInScope(sheet, scopeOf(run));
}

export type Place = { readonly area: Area; readonly item: Item };

const places = new WeakMap<Sheet, ReadonlyMap<string, Place>>();

/** Every item of a sheet with the area it stands in, by its id. */
export function placesIn(sheet: Sheet): ReadonlyMap<string, Place> {
  const known = places.get(sheet);
  if (known) return known;
  const found = new Map(sheet.areas.flatMap((area) => area.items.map((item) => [item.id, { area, item }] as const)));
  places.set(sheet, found);
  return found;
}

export function placeOf(sheet: Sheet, itemId: string): Place {
  const place = placesIn(sheet).get(itemId);
  if (!place) throw notFound();
  return place;
}
