import { decideEnd } from '#core/organisation/support-agreement.ts';
import type { Agreement } from '#core/organisation/support-contract.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { announceWithin } from '../platform/live/index.ts';
import { recordAtFacility } from './reached-facility.ts';
import { findAgreement, lockAgreement, saveEnd } from './support-repository.ts';

/** Ends an agreement from the organisation's side, or takes back what it asked for. */
export async function leaveSupport(context: OrganisationContext, agreementId: string): Promise<Agreement> {
  const { tx, organisationId, personId, now } = context;
  const agreement = await lockAgreement(tx, { organisationId }, agreementId);
  if (!agreement) throw notFound();
  const decision = decideEnd(agreement, now);
  if (!decision.accepted) throw refused(decision.reason);
  const facilityId = agreement.facility_id;
  await recordAtFacility(context, facilityId, 'support.left', agreementId);
  await saveEnd(tx, agreement, { personId, at: now, side: 'organisation' });
  await announceWithin(tx, [facilityId]);
  return findAgreement(tx, { organisationId }, agreementId, now);
}
