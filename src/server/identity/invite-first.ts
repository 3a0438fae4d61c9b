import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { asSystem } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { newInvitation } from './new-invitation.ts';

/** Invites a facility's first administrator; once the facility has members only they invite. */
export async function inviteFirst(
  { db, now }: RequestContext,
  actor: Actor,
  { facilityId, name }: { readonly facilityId: string; readonly name: string },
) {
  const invitedBy = actor.personId;
  const { row, link } = newInvitation({ facilityId, name, roles: ['facility-administrator'], invitedBy, now });
  await asSystem(db, async (tx) => {
    const facility = await tx
      .selectFrom('facility')
      .select('opened_at')
      .where('id', '=', facilityId)
      .executeTakeFirst();
    if (!facility) throw notFound();
    if (!facility.opened_at) throw refused('identity/facility-not-open');
    const members = await sql<{ any: boolean }>`select facility_has_members(${facilityId}) as any`.execute(tx);
    if (members.rows[0]?.any) throw refused('identity/facility-has-members');
    await tx
      .insertInto('system_event')
      .values({ id: randomUUID(), at: now, act: 'identity.first-invited', subject: facilityId })
      .execute();
    await tx.insertInto('invitation').values(row).execute();
  });
  return link;
}
