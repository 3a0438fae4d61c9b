import { decideRemoval } from '#core/identity/member-roles.ts';
import { endOrganisationMembership, lockOrganisationMembers } from '../identity/index.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { announceOrganisationChange } from './announce-organisation-change.ts';
import { insertOrganisationEvent } from './organisation-repository.ts';

/** Takes a person out of the organisation, and so out of every facility it supports, at once. */
export async function removeFromOrganisation(
  { tx, organisationId, now }: OrganisationContext,
  personId: string,
): Promise<void> {
  const members = await lockOrganisationMembers(tx, organisationId);
  if (!members.some((each) => each.personId === personId)) throw notFound();
  const decision = decideRemoval(members, personId);
  if (!decision.accepted) throw refused(decision.reason);
  await insertOrganisationEvent(tx, { act: 'organisation.member-removed', subject: organisationId, at: now });
  await endOrganisationMembership(tx, { organisationId, personId });
  await announceOrganisationChange(tx, organisationId);
}
