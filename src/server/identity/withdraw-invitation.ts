import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { withdrawMail } from '../platform/mail/mail-repository.ts';
import { lockOpen, markWithdrawn } from './membership-repository.ts';

/** Withdraws an invitation nobody has accepted yet; its link stops working at once. */
export async function withdrawInvitation(context: FacilityContext, invitationId: string): Promise<void> {
  const { tx, facilityId, now } = context;
  if (!(await lockOpen(tx, facilityId, invitationId))) throw notFound();
  await recordActivity(context, 'identity.invitation-withdrawn', invitationId);
  await markWithdrawn(tx, facilityId, invitationId, now);
  await withdrawMail(tx, { from: { facilityId }, kind: 'invitation', about: invitationId, at: now });
}
