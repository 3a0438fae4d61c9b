import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';

/** Withdraws an invitation nobody has accepted yet; its link stops working at once. */
export async function withdrawInvitation(context: FacilityContext, invitationId: string): Promise<void> {
  const { tx, facilityId, now } = context;
  const withdrawn = await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('facility_id', '=', facilityId)
    .where('id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  if (withdrawn.numUpdatedRows !== 1n) throw notFound();
  await recordActivity(context, 'identity.invitation-withdrawn', invitationId);
}
