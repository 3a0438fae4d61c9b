import type { Bridge } from './bridge.ts';
import { compareVersions } from './catalogue.ts';
import type { Item, Sheet } from './sheet.ts';

/** The items of a sheet that are asked where a vendor is under contract alone. */
export const vendorItems = ({ areas }: Sheet): readonly string[] =>
  areas.flatMap(({ items }) => items.flatMap(({ id, needsVendor }) => (needsVendor === true ? [id] : [])));

/** A sheet without that condition: what of it was published in words. */
export function withoutVendorCondition(sheet: Sheet): Sheet {
  const stripped = ({ needsVendor: _needsVendor, ...item }: Item): Item => item;
  return { ...sheet, areas: sheet.areas.map((area) => ({ ...area, items: area.items.map(stripped) })) };
}

/**
 * The same sheets in which an item that does not say whether it is asked without a vendor under contract goes by the one it
 * follows over a bridge, unchanged or reworded; what a version says itself holds.
 */
export function carryVendorConditions(sheets: readonly Sheet[], bridges: readonly Bridge[]): readonly Sheet[] {
  const carried = new Map<Sheet, Sheet>();
  for (const sheet of sheets.toSorted((a, b) => compareVersions(a.version, b.version))) {
    const inherited = new Set(
      bridges.filter(({ sheet: id, to }) => id === sheet.id && to === sheet.version).flatMap(inheritedOver(carried)),
    );
    const told = (item: Item): Item =>
      item.needsVendor === undefined && inherited.has(item.id) ? { ...item, needsVendor: true } : item;
    const areas = sheet.areas.map((area) => ({ ...area, items: area.items.map(told) }));
    carried.set(sheet, inherited.size === 0 ? sheet : { ...sheet, areas });
  }
  return sheets.map((sheet) => carried.get(sheet) ?? sheet);
}

const inheritedOver =
  (carried: ReadonlyMap<Sheet, Sheet>) =>
  ({ sheet: id, from, items }: Bridge): readonly string[] => {
    const earlier = [...carried.values()].find((sheet) => sheet.id === id && sheet.version === from);
    const asked = new Set(earlier && vendorItems(earlier));
    return items.flatMap((one) => (one.change !== 'new' && asked.has(one.from) ? [one.item] : []));
  };
