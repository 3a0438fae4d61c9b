import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Session } from '#core/identity/contract.ts';
import type { FacilityRole } from '#core/identity/role.ts';
import { asPerson, type PersonTx } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { addPerson, checkPassword, type NewPerson } from './add-person.ts';
import { readSession } from './read-session.ts';
import { hashToken } from './secret-token.ts';
import { startSession } from './start-session.ts';

async function usableInvitation(tx: PersonTx, token: string, now: Date) {
  const invitation = await tx
    .selectFrom('invitation')
    .innerJoin('facility', 'facility.id', 'invitation.facility_id')
    .select(['facility.name as facilityName', 'invitation.name', 'invitation.roles'])
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!invitation) throw refused('identity/link-not-usable');
  return { ...invitation, roles: invitation.roles as FacilityRole[] };
}

async function join(tx: PersonTx, token: string, personId: string): Promise<void> {
  const accepted = await sql<{ facility: string | null }>`
    select accept_invitation(${hashToken(token)}, ${personId}, ${randomUUID()}) as facility`.execute(tx);
  if (!accepted.rows[0]?.facility) throw refused('identity/link-not-usable');
}

/** What an invitation offers, for the page it opens. */
export const readInvitation = ({ db, now }: RequestContext, token: string) =>
  asPerson(db, { token: hashToken(token) }, (tx) => usableInvitation(tx, token, now));

/** Registers a new person through an invitation. */
export async function acceptInvitation(
  context: RequestContext,
  input: NewPerson & { readonly token: string },
): Promise<Session> {
  const personId = randomUUID();
  await asPerson(context.db, { personId, token: hashToken(input.token) }, async (tx) => {
    const { roles } = await usableInvitation(tx, input.token, context.now);
    checkPassword(input, roles);
    await addPerson(tx, personId, input, []);
    await join(tx, input.token, personId);
  });
  await startSession(context, personId, false);
  return readSession(context, personId, false);
}

/** Adds the facility of an invitation to the person already signed in. */
export async function joinFacility(context: RequestContext, actor: Actor, token: string): Promise<Session> {
  await asPerson(context.db, { token: hashToken(token) }, (tx) => join(tx, token, actor.personId));
  return readSession(context, actor.personId, actor.secondFactor);
}
