import { randomUUID } from 'node:crypto';
import type { Act } from '#core/kernel/act.ts';
import type { OrganisationTx } from '../platform/database/transaction.ts';
import type { OrganisationContext } from '../platform/http/context.ts';

/** Whether a facility of the register uses Mamori. */
export async function isOpened(tx: OrganisationTx, facilityId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('facility')
    .select('id')
    .where('id', '=', facilityId)
    .where('opened_at', 'is not', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Writes into a facility's own log what the organisation did to an agreement or a membership that stands already. */
export async function recordAtFacility(
  { tx, organisationId, personId, now }: OrganisationContext,
  facilityId: string,
  act: Extract<Act, 'support.asked' | 'support.left' | 'organisation.proposed' | 'organisation.left'>,
  subject: string,
): Promise<void> {
  const detail = JSON.stringify({ organisation: organisationId });
  await tx
    .insertInto('activity')
    .values({ facility_id: facilityId, id: randomUUID(), at: now, person_id: personId, act, subject, detail })
    .execute();
}
