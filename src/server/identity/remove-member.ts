import { decideRemoval } from '#core/identity/member-roles.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { endMembership, lockMembers } from './membership-repository.ts';

/** Ends what a person holds in the facility besides the membership. */
export type Leaving = (context: FacilityContext, personId: string) => Promise<void>;

/** Takes a person out of the facility, at once; the last facility administrator stays. */
export async function removeMember(context: FacilityContext, personId: string, onLeaving: Leaving): Promise<void> {
  const { tx, facilityId, now } = context;
  const members = await lockMembers(tx, facilityId);
  const member = members.find((each) => each.personId === personId);
  if (!member) throw notFound();
  const decision = decideRemoval(members, personId);
  if (!decision.accepted) throw refused(decision.reason);
  await recordActivity(context, 'identity.member-removed', personId, { roles: member.roles.join(' ') });
  await onLeaving(context, personId);
  await endMembership(tx, facilityId, personId, now);
}
