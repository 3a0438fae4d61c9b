import { decideRemoval } from '#core/identity/member-roles.ts';
import { endOrganisationMembership, lockOrganisationMembers } from '../identity/index.ts';
import { recordOrganisationEvent } from '../platform/activity/record-event.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { announceOrganisationChange } from './announce-organisation-change.ts';

/** Takes a person out of the organisation, and so out of every facility it supports, at once. */
export async function removeFromOrganisation(context: OrganisationContext, personId: string): Promise<void> {
  const { tx, organisationId } = context;
  const members = await lockOrganisationMembers(tx, organisationId);
  const member = members.find((each) => each.personId === personId);
  if (!member) throw notFound();
  const decision = decideRemoval(members, personId);
  if (!decision.accepted) throw refused(decision.reason);
  const detail = { person: personId, former: member.roles.join(' ') };
  await recordOrganisationEvent(context, 'organisation.member-removed', detail);
  await endOrganisationMembership(tx, { organisationId, personId });
  await announceOrganisationChange(tx, organisationId);
}
