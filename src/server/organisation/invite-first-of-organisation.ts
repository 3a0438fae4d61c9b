import {
  insertOrganisationInvitation,
  newOrganisationInvitation,
  organisationHasMembers,
  withdrawFirstOfOrganisation,
} from '../identity/index.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { findOrganisation, insertOrganisationEvent, lockOrganisation } from './organisation-repository.ts';

/** Invites an organisation's first administrator in place of whom was invited before; once it has members only they invite. */
export async function inviteFirstOfOrganisation(
  { db, now, actor }: RequestContext,
  { organisationId, name }: { readonly organisationId: string; readonly name: string },
) {
  const invitedBy = actor?.personId ?? '';
  const roles = ['organisation-administrator'] as const;
  const { row, link } = newOrganisationInvitation({ organisationId, name, roles, invitedBy, now });
  await asSystem(db, async (tx) => {
    if (!(await findOrganisation(tx, organisationId))) throw notFound();
    await lockOrganisation(tx, organisationId);
    if (await organisationHasMembers(tx, organisationId)) throw refused('organisation/has-people');
    await insertOrganisationEvent(tx, { act: 'organisation.first-invited', subject: organisationId, at: now });
    await withdrawFirstOfOrganisation(tx, organisationId, now);
    await insertOrganisationInvitation(tx, row);
  });
  return link;
}
