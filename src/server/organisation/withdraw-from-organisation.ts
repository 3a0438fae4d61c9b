import { lockOpenOrganisationInvitation, markOrganisationInvitationWithdrawn } from '../identity/index.ts';
import { recordOrganisationEvent } from '../platform/activity/record-event.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { withdrawMail } from '../platform/mail/mail-repository.ts';

/** Withdraws an invitation to the organisation nobody has accepted yet; its link stops working at once. */
export async function withdrawFromOrganisation(context: OrganisationContext, invitationId: string): Promise<void> {
  const { tx, organisationId, now } = context;
  if (!(await lockOpenOrganisationInvitation(tx, organisationId, invitationId))) throw notFound();
  await recordOrganisationEvent(context, 'organisation.invitation-withdrawn', { invitation: invitationId });
  await markOrganisationInvitationWithdrawn(tx, organisationId, invitationId, now);
  await withdrawMail(tx, { from: { organisationId }, kind: 'invitation', about: invitationId, at: now });
}
