import { hasMembers } from '#core/organisation/organisation.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { insertProposal } from './membership-repository.ts';
import { findOrganisation } from './organisation-repository.ts';
import { isOpened, recordAtFacility } from './reached-facility.ts';

/** Proposes to a facility to belong to the organisation; nothing is seen of it until its administrator confirms. */
export async function proposeMembership(context: OrganisationContext, facilityId: string): Promise<void> {
  const { tx, organisationId, personId, now } = context;
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation || !(await isOpened(tx, facilityId))) throw notFound();
  if (!hasMembers(organisation.kind)) throw refused('organisation/without-members');
  if (!(await insertProposal(tx, { facilityId, organisationId }, { personId, at: now }))) return;
  await recordAtFacility(context, facilityId, 'organisation.proposed', organisationId);
}
