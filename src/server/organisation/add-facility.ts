import { randomUUID } from 'node:crypto';
import { registerEntry } from '#core/organisation/register-entry.ts';
import type { NewFacility, RegisteredFacility } from '#core/organisation/register-shape.ts';
import type { SystemTx } from '../platform/database/transaction.ts';
import { asRegisteredFacility, registerColumns } from './facility-row.ts';

/**
 * Puts a facility into the register, findable like an imported one, and open to its people from `openedAt` on.
 * Undefined, and nothing done, where its code stands in the register already.
 */
export async function addFacility(
  tx: SystemTx,
  facility: NewFacility,
  openedAt: Date | null,
): Promise<RegisteredFacility | undefined> {
  const { code, name, prefecture, address, postalCode, type, beds } = facility;
  const { city, nameSort, nameFolded, grams } = registerEntry(facility);
  const place = { code, prefecture, city };
  const row = await tx
    .insertInto('facility')
    .values({
      ...place,
      id: randomUUID(),
      name,
      postal_code: postalCode,
      address,
      type,
      type_guessed: false,
      beds,
      opened_at: openedAt,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(registerColumns)
    .executeTakeFirst();
  if (!row) return undefined;
  const search = { ...place, facility_id: row.id, name_sort: nameSort, name_folded: nameFolded, grams: [...grams] };
  await tx
    .insertInto('facility_search')
    .values({ ...search, opened: openedAt !== null })
    .execute();
  return asRegisteredFacility(row);
}
