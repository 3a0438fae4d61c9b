import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { deleteMembership, findMemberFacilities } from './membership-repository.ts';
import { recordAtFacility } from './reached-facility.ts';

/** Ends the membership of a facility, or takes the proposal back, from the organisation's side. */
export async function releaseMember(context: OrganisationContext, facilityId: string): Promise<void> {
  const { tx, organisationId } = context;
  const members = await findMemberFacilities(tx, organisationId);
  if (!members.some(({ facility }) => facility.id === facilityId)) throw notFound();
  await recordAtFacility(context, facilityId, 'organisation.left', organisationId);
  await deleteMembership(tx, { facilityId, organisationId });
}
