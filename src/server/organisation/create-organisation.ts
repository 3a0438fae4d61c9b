import type { NewOrganisation, Organisation } from '#core/organisation/organisation.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { insertOrganisation, insertOrganisationEvent } from './organisation-repository.ts';

/** Makes an organisation above the facilities; nobody belongs to it yet. */
export function createOrganisation({ db, now }: RequestContext, wanted: NewOrganisation): Promise<Organisation> {
  return asSystem(db, async (tx) => {
    const created = await insertOrganisation(tx, wanted);
    if (!created) throw refused('organisation/name-taken');
    await insertOrganisationEvent(tx, { act: 'organisation.created', subject: created.id, at: now });
    return created;
  });
}
