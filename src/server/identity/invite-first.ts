import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { withdrawMail } from '../platform/mail/mail-repository.ts';
import { mailInvitation } from './mail-invitation.ts';
import { insertInvitation, lockFacility, withdrawFirst } from './membership-repository.ts';
import { newInvitation } from './new-invitation.ts';
import { insertEvent } from './sign-in-repository.ts';

type First = { readonly facilityId: string; readonly name: string; readonly email?: string | undefined };

async function lockEmpty(tx: SystemTx, facilityId: string) {
  const facility = await lockFacility(tx, facilityId);
  if (!facility) throw notFound();
  if (!facility.opened) throw refused('identity/facility-not-open');
  if (facility.hasMembers) throw refused('identity/facility-has-members');
  return facility;
}

/** Invites a facility's first administrator in place of whom was invited before; once it has members only they invite. */
export async function inviteFirst(
  { db, now, outbox }: RequestContext,
  { personId: invitedBy, name: by }: Actor,
  { facilityId, name, email }: First,
) {
  const roles = ['facility-administrator'] as const;
  const { row, link } = newInvitation({ facilityId, name, roles, invitedBy, now });
  await asSystem(db, async (tx) => {
    const facility = await lockEmpty(tx, facilityId);
    const event = { act: 'identity.first-invited', subject: facilityId, at: now, actor: invitedBy } as const;
    await insertEvent(tx, { ...event, detail: { invitation: row.id } });
    await withdrawFirst(tx, facilityId, now);
    await withdrawMail(tx, { from: { facilityId }, kind: 'invitation', at: now });
    await insertInvitation(tx, row);
    const invited = { id: row.id, name, roles, link, from: { facilityId }, place: facility.name, by, now };
    if (email) await mailInvitation(tx, outbox, { ...invited, email });
  });
  return link;
}
