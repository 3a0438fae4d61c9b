import type { Kysely } from 'kysely';
import type { FacilityRole } from '#core/identity/role.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { inFacility } from '../../platform/database/transaction.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

export type Acting = { readonly id: string; readonly name: string; readonly roles: readonly FacilityRole[] };

/** What a person of the facility acts with at a moment of the past. */
export type As = (person: Acting, now: Date) => FacilityContext;

/**
 * Enters a facility as one of its people and hands over a way to act there as any colleague, at any moment: all of a
 * run in one transaction, so that a run is there as a whole or not at all.
 */
export async function actAs<T>(
  db: Kysely<Tables>,
  facilityId: string,
  entering: Acting,
  work: (as: As) => Promise<T>,
): Promise<T> {
  const done = await inFacility(db, { facilityId, personId: entering.id }, async (tx) => ({
    value: await work(({ id, name, roles }, now) => ({
      tx,
      facilityId,
      personId: id,
      personName: name,
      roles,
      now,
      outbox: undefined,
    })),
  }));
  if (!done) throw new Error(`${entering.name} is no member of the facility ${facilityId}`);
  return done.value;
}
