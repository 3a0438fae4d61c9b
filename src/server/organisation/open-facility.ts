import type { RegisteredFacility } from '#core/organisation/register-shape.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { asRegisteredFacility, registerColumns } from './facility-row.ts';

/** Opens a facility of the register to its people; one that is open stays as it is. */
export function openFacility({ db, now, actor }: RequestContext, facilityId: string): Promise<RegisteredFacility> {
  return asSystem(db, async (tx) => {
    const facility = await tx
      .selectFrom('facility')
      .select(registerColumns)
      .where('id', '=', facilityId)
      .forUpdate()
      .executeTakeFirst();
    if (!facility) throw notFound();
    if (facility.opened_at) return asRegisteredFacility(facility);
    const by = actor?.personId ?? null;
    await recordEvent(tx, { act: 'organisation.facility-opened', subject: facilityId, at: now, actor: by });
    await tx.updateTable('facility').set({ opened_at: now }).where('id', '=', facilityId).execute();
    await tx.updateTable('facility_search').set({ opened: true }).where('facility_id', '=', facilityId).execute();
    return asRegisteredFacility({ ...facility, opened_at: now });
  });
}
