import type { OrganisationRole } from '#core/identity/role.ts';
import { insertOrganisationInvitation, mailInvitation, newOrganisationInvitation } from '../identity/index.ts';
import { recordOrganisationEvent } from '../platform/activity/record-event.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { findOrganisation } from './organisation-repository.ts';

type Invited = {
  readonly name: string;
  readonly roles: readonly OrganisationRole[];
  /** Where the link goes by mail, beside being handed over. */
  readonly email?: string | undefined;
};

/** Invites a person to the organisation by a link to hand over, and by mail where an address is given. */
export async function inviteToOrganisation(context: OrganisationContext, { name, roles, email }: Invited) {
  const { tx, organisationId, personId, personName: by, now, outbox } = context;
  const { row, link } = newOrganisationInvitation({ organisationId, name, roles, invitedBy: personId, now });
  const detail = { invitation: row.id, roles: roles.join(' '), ...(email && { mailed: true }) };
  await recordOrganisationEvent(context, 'organisation.invited', detail);
  await insertOrganisationInvitation(tx, row);
  if (email) {
    const place = (await findOrganisation(tx, organisationId))?.name ?? '';
    await mailInvitation(tx, outbox, {
      id: row.id,
      email,
      name,
      roles,
      link,
      from: { organisationId },
      place,
      by,
      now,
    });
  }
  return link;
}
