import { lockOpenOrganisationInvitation, markOrganisationInvitationWithdrawn } from '../identity/index.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { withdrawMail } from '../platform/mail/mail-repository.ts';
import { insertOrganisationEvent } from './organisation-repository.ts';

/** Withdraws an invitation to the organisation nobody has accepted yet; its link stops working at once. */
export async function withdrawFromOrganisation(
  { tx, organisationId, now }: OrganisationContext,
  invitationId: string,
): Promise<void> {
  if (!(await lockOpenOrganisationInvitation(tx, organisationId, invitationId))) throw notFound();
  await insertOrganisationEvent(tx, { act: 'organisation.invitation-withdrawn', subject: organisationId, at: now });
  await markOrganisationInvitationWithdrawn(tx, organisationId, invitationId, now);
  await withdrawMail(tx, { from: { organisationId }, kind: 'invitation', about: invitationId, at: now });
}
