import type { Area, Sheet } from '../catalogue/sheet.ts';

/** Why an item of a checklist is not to be filled in. */
export type SetAside = 'gate' | 'without-vendor';

export const setAsideWords: Readonly<Record<SetAside, string>> = {
  gate: '医療情報を扱うシステムを使っていないため、記入は要りません。',
  'without-vendor': '事業者と契約していないため、記入は要りません。',
};

/** Whether areas hold items that are set aside where no vendor is under contract (checklist manual R7, p.3 and p.7). */
export const asksForVendors = ({ areas }: { readonly areas: readonly Area[] }): boolean =>
  areas.some(({ items }) => items.some(({ needsVendor }) => needsVendor === true));

/**
 * The items of a run that need no answer, and why: all but the gate where that is answered いいえ (checklist manual R6, p.5),
 * and those on vendors where the facility has said that it has none under contract.
 */
export function setAsideItems(
  sheet: Sheet,
  valueOf: (itemId: string) => string | null,
  { withoutVendor }: { readonly withoutVendor: boolean },
): ReadonlyMap<string, SetAside> {
  const items = sheet.areas.flatMap((area) => area.items);
  if (sheet.gate !== undefined && valueOf(sheet.gate) === 'no') {
    return new Map(items.filter(({ id }) => id !== sheet.gate).map(({ id }) => [id, 'gate']));
  }
  const vendors = withoutVendor ? items.filter(({ needsVendor }) => needsVendor) : [];
  return new Map(vendors.map(({ id }) => [id, 'without-vendor']));
}
