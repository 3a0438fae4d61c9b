import {
  insertOrganisationInvitation,
  mailInvitation,
  newOrganisationInvitation,
  organisationHasMembers,
  withdrawFirstOfOrganisation,
} from '../identity/index.ts';
import { recordOrganisationEvent } from '../platform/activity/record-event.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { withdrawMail } from '../platform/mail/mail-repository.ts';
import { findOrganisation, lockOrganisation } from './organisation-repository.ts';

type First = { readonly organisationId: string; readonly name: string; readonly email?: string | undefined };

/** Invites an organisation's first administrator in place of whom was invited before; once it has members only they invite. */
export async function inviteFirstOfOrganisation(
  { db, now, outbox }: RequestContext,
  { personId: invitedBy, name: by }: Actor,
  { organisationId, name, email }: First,
) {
  const roles = ['organisation-administrator'] as const;
  const { row, link } = newOrganisationInvitation({ organisationId, name, roles, invitedBy, now });
  await asSystem(db, async (tx) => {
    const organisation = await findOrganisation(tx, organisationId);
    if (!organisation) throw notFound();
    await lockOrganisation(tx, organisationId);
    if (await organisationHasMembers(tx, organisationId)) throw refused('organisation/has-people');
    const about = { tx, organisationId, personId: invitedBy, now };
    await recordOrganisationEvent(about, 'organisation.first-invited', { invitation: row.id });
    await withdrawFirstOfOrganisation(tx, organisationId, now);
    await withdrawMail(tx, { from: { organisationId }, kind: 'invitation', at: now });
    await insertOrganisationInvitation(tx, row);
    const invited = { id: row.id, name, roles, link, from: { organisationId }, place: organisation.name, by, now };
    if (email) await mailInvitation(tx, outbox, { ...invited, email });
  });
  return link;
}
