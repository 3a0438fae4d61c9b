import type { OrganisationRole } from '#core/identity/role.ts';
import { insertOrganisationInvitation, newOrganisationInvitation } from '../identity/index.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { insertOrganisationEvent } from './organisation-repository.ts';

/** Invites a person to the organisation by a link to hand over. */
export async function inviteToOrganisation(
  { tx, organisationId, personId, now }: OrganisationContext,
  { name, roles }: { readonly name: string; readonly roles: readonly OrganisationRole[] },
) {
  const { row, link } = newOrganisationInvitation({ organisationId, name, roles, invitedBy: personId, now });
  await insertOrganisationEvent(tx, { act: 'organisation.invited', subject: organisationId, at: now });
  await insertOrganisationInvitation(tx, row);
  return link;
}
