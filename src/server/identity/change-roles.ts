import { decideRoles } from '#core/identity/member-roles.ts';
import type { FacilityRole } from '#core/identity/role.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { lockMembers, updateRoles } from './membership-repository.ts';

/** Gives a member other roles; the last facility administrator stays one. */
export async function changeRoles(
  context: FacilityContext,
  input: { readonly personId: string; readonly roles: readonly FacilityRole[] },
) {
  const { tx, facilityId } = context;
  const { personId, roles } = input;
  const members = await lockMembers(tx, facilityId);
  const member = members.find((each) => each.personId === personId);
  if (!member) throw notFound();
  const decision = decideRoles(members, input);
  if (!decision.accepted) throw refused(decision.reason);
  const detail = { former: member.roles.join(' '), roles: roles.join(' ') };
  await recordActivity(context, 'identity.roles-changed', personId, detail);
  await updateRoles(tx, facilityId, personId, roles);
  return { personId, name: member.name, roles: [...roles] };
}
