import { registerEntry } from '#core/organisation/register-entry.ts';
import type { FacilityCorrection, RegisteredFacility } from '#core/organisation/register-shape.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { asRegisteredFacility, registerColumns } from './facility-row.ts';

/** Corrects name and place of a facility made by hand; those of the public list come from the list alone. */
export function correctFacility(
  { db, now, actor }: RequestContext,
  facilityId: string,
  correction: FacilityCorrection,
): Promise<RegisteredFacility> {
  return asSystem(db, async (tx) => {
    const facility = await tx
      .selectFrom('facility')
      .select('code')
      .where('id', '=', facilityId)
      .forUpdate()
      .executeTakeFirst();
    if (!facility) throw notFound();
    if (facility.code !== null) throw refused('organisation/named-by-list');
    const by = actor?.personId ?? null;
    await recordEvent(tx, { act: 'organisation.facility-corrected', subject: facilityId, at: now, actor: by });
    return saveCorrection(tx, facilityId, correction);
  });
}

async function saveCorrection(tx: SystemTx, facilityId: string, correction: FacilityCorrection) {
  const { name, prefecture, address, postalCode } = correction;
  const { city, nameSort, nameFolded, grams } = registerEntry(correction);
  const row = await tx
    .updateTable('facility')
    .set({ name, prefecture, city, address, postal_code: postalCode })
    .where('id', '=', facilityId)
    .returning(registerColumns)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('facility_search')
    .set({ prefecture, city, name_sort: nameSort, name_folded: nameFolded, grams: [...grams] })
    .where('facility_id', '=', facilityId)
    .execute();
  return asRegisteredFacility(row);
}
