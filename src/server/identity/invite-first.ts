import { asSystem } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { insertInvitation, lockFacility, withdrawFirst } from './membership-repository.ts';
import { newInvitation } from './new-invitation.ts';
import { insertEvent } from './sign-in-repository.ts';

/** Invites a facility's first administrator in place of whom was invited before; once it has members only they invite. */
export async function inviteFirst(
  { db, now }: RequestContext,
  actor: Actor,
  { facilityId, name }: { readonly facilityId: string; readonly name: string },
) {
  const invitedBy = actor.personId;
  const { row, link } = newInvitation({ facilityId, name, roles: ['facility-administrator'], invitedBy, now });
  await asSystem(db, async (tx) => {
    const facility = await lockFacility(tx, facilityId);
    if (!facility) throw notFound();
    if (!facility.opened) throw refused('identity/facility-not-open');
    if (facility.hasMembers) throw refused('identity/facility-has-members');
    await insertEvent(tx, { act: 'identity.first-invited', subject: facilityId, at: now });
    await withdrawFirst(tx, facilityId, now);
    await insertInvitation(tx, row);
  });
  return link;
}
