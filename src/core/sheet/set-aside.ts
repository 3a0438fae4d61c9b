import type { Area, Sheet } from '../catalogue/sheet.ts';

/** Why an item of a checklist is not to be filled in. */
export type SetAside = 'gate' | 'without-vendor';

export const setAsideWords: Readonly<Record<SetAside, string>> = {
  gate: '医療情報を扱うシステムを使っていないため、記入は要りません。',
  'without-vendor': '事業者と契約していないため、記入は要りません。',
};

/** Checklist manual R7, p.3 and p.7: without a contract with a vendor items 2-② and 2-③ are not to be filled in. */
const needVendor: readonly string[] = ['R7-H-2-02', 'R7-H-2-03', 'R7-P-2-02', 'R7-P-2-03'];

/** Whether areas hold items that are set aside where no vendor is under contract. */
export const asksForVendors = ({ areas }: { readonly areas: readonly Area[] }): boolean =>
  areas.some(({ items }) => items.some(({ id }) => needVendor.includes(id)));

/**
 * The items of a run that need no answer, and why: all but the gate where that is answered いいえ (checklist manual R6, p.5),
 * and those on vendors where the facility has said that it has none under contract.
 */
export function setAsideItems(
  sheet: Sheet,
  valueOf: (itemId: string) => string | null,
  { withoutVendor }: { readonly withoutVendor: boolean },
): ReadonlyMap<string, SetAside> {
  const ids = sheet.areas.flatMap(({ items }) => items.map(({ id }) => id));
  if (sheet.gate !== undefined && valueOf(sheet.gate) === 'no') {
    return new Map(ids.filter((id) => id !== sheet.gate).map((id) => [id, 'gate']));
  }
  const vendors = withoutVendor ? ids.filter((id) => needVendor.includes(id)) : [];
  return new Map(vendors.map((id) => [id, 'without-vendor']));
}
