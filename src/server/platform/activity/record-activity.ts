import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Act } from '#core/kernel/act.ts';
import type { FacilityContext } from '../http/context.ts';

/**
 * Appends one act to the facility's activity log, in the act's own transaction: ids and codes only, never names or free text.
 * Done by a program, it names the access token. An act whose id stands there is the same act and not noted again.
 */
export async function recordActivity(
  { tx, facilityId, personId, now }: Pick<FacilityContext, 'tx' | 'facilityId' | 'personId' | 'now'>,
  act: Act,
  subject: string | null,
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
  id: string = randomUUID(),
): Promise<void> {
  await tx
    .insertInto('activity')
    .values({
      facility_id: facilityId,
      id,
      at: now,
      person_id: personId,
      act,
      subject,
      detail: sql<string>`${JSON.stringify(detail)}::jsonb || scope_access_token()`,
    })
    .onConflict((same) => same.columns(['facility_id', 'id']).doNothing())
    .execute();
}
