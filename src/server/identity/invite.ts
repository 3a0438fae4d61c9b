import type { FacilityRole } from '#core/identity/role.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { facilityName } from '../platform/mail/facility-name.ts';
import { mailInvitation } from './mail-invitation.ts';
import { insertInvitation } from './membership-repository.ts';
import { newInvitation } from './new-invitation.ts';

type Invited = {
  readonly name: string;
  readonly roles: readonly FacilityRole[];
  /** Where the link goes by mail, beside being handed over. */
  readonly email?: string | undefined;
};

/** Invites a person to the facility by a link to hand over, and by mail where an address is given. */
export async function invite(context: FacilityContext, { name, roles, email }: Invited) {
  const { tx, facilityId, personId, personName: by, now, outbox } = context;
  const { row, link } = newInvitation({ facilityId, name, roles, invitedBy: personId, now });
  await recordActivity(context, 'identity.invited', row.id, { roles: roles.join(' '), ...(email && { mailed: true }) });
  await insertInvitation(tx, row);
  if (email) {
    const place = await facilityName(tx, facilityId);
    await mailInvitation(tx, outbox, { id: row.id, email, name, roles, link, from: { facilityId }, place, by, now });
  }
  return link;
}
