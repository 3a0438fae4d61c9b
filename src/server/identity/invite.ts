import type { FacilityRole } from '#core/identity/role.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { insertInvitation } from './membership-repository.ts';
import { newInvitation } from './new-invitation.ts';

/** Invites a person to the facility by a link to hand over. */
export async function invite(
  context: FacilityContext,
  { name, roles }: { readonly name: string; readonly roles: readonly FacilityRole[] },
) {
  const { tx, facilityId, personId, now } = context;
  const { row, link } = newInvitation({ facilityId, name, roles, invitedBy: personId, now });
  await recordActivity(context, 'identity.invited', row.id, { roles: roles.join(' ') });
  await insertInvitation(tx, row);
  return link;
}
