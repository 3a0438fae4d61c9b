import type { NewOrganisation, Organisation } from '#core/organisation/organisation.ts';
import { recordOrganisationEvent } from '../platform/activity/record-event.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { insertOrganisation } from './organisation-repository.ts';

/** Makes an organisation above the facilities; nobody belongs to it yet. */
export function createOrganisation(
  { db, now }: RequestContext,
  { personId }: Actor,
  wanted: NewOrganisation,
): Promise<Organisation> {
  return asSystem(db, async (tx) => {
    const created = await insertOrganisation(tx, wanted);
    if (!created) throw refused('organisation/name-taken');
    await recordOrganisationEvent({ tx, organisationId: created.id, personId, now }, 'organisation.created');
    return created;
  });
}
