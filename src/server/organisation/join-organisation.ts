import { type Consent, hasMembers } from '#core/organisation/organisation.ts';
import type { Membership } from '#core/organisation/organisations-contract.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { findMembership, saveMembership } from './membership-repository.ts';
import { findOrganisation } from './organisation-repository.ts';

/** Joins an organisation or confirms what it proposed, and says what it may see; again, to change that. */
export async function joinOrganisation(
  context: FacilityContext,
  { organisationId, shows }: { readonly organisationId: string; readonly shows: Consent },
): Promise<Membership> {
  const { tx, facilityId, personId, now } = context;
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation) throw notFound();
  if (!hasMembers(organisation.kind)) throw refused('organisation/without-members');
  const before = await findMembership(tx, { facilityId, organisationId });
  const act = before?.confirmedAt ? 'organisation.consent-changed' : 'organisation.joined';
  await recordActivity(context, act, organisationId, { shows });
  await saveMembership(tx, { facilityId, organisationId }, { personId, at: now, shows });
  const joined = await findMembership(tx, { facilityId, organisationId });
  if (!joined) throw notFound();
  return joined;
}
