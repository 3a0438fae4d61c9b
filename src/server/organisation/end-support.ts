import { decideEnd } from '#core/organisation/support-agreement.ts';
import type { Agreement } from '#core/organisation/support-contract.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { findAgreement, lockAgreement, saveEnd } from './support-repository.ts';

/** Ends an agreement at once, or declines what was asked: from here on no supporter comes in by it. */
export async function endSupport(context: FacilityContext, agreementId: string): Promise<Agreement> {
  const { tx, facilityId, personId, now } = context;
  const agreement = await lockAgreement(tx, { facilityId }, agreementId);
  if (!agreement) throw notFound();
  const decision = decideEnd(agreement, now);
  if (!decision.accepted) throw refused(decision.reason);
  const act = agreement.acceptedAt ? 'support.ended' : 'support.declined';
  await recordActivity(context, act, agreementId, { organisation: agreement.organisation_id });
  await saveEnd(tx, agreement, { personId, at: now, side: 'facility' });
  return findAgreement(tx, { facilityId }, agreementId, now);
}
