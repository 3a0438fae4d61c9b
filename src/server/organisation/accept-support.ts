import { decideAcceptance } from '#core/organisation/support-agreement.ts';
import type { Agreement } from '#core/organisation/support-contract.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { findAgreement, lockAgreement, saveAcceptance } from './support-repository.ts';

/** Accepts what an organisation asked for, as it was asked; its supporters may come in at once. */
export async function acceptSupport(context: FacilityContext, agreementId: string): Promise<Agreement> {
  const { tx, facilityId, personId, now } = context;
  const agreement = await lockAgreement(tx, { facilityId }, agreementId);
  if (!agreement) throw notFound();
  const decision = decideAcceptance(agreement, now);
  if (!decision.accepted) throw refused(decision.reason);
  await recordActivity(context, 'support.accepted', agreementId, { organisation: agreement.organisation_id });
  await saveAcceptance(tx, agreement, { personId, at: now });
  return findAgreement(tx, { facilityId }, agreementId, now);
}
