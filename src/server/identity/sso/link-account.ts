import type { Session } from '#core/identity/contract.ts';
import { decideLink } from '#core/identity/sso/entry.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { readSession } from '../read-session.ts';
import { isHeldOutside } from '../session-repository.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { tellSecurity } from '../tell-security.ts';
import type { Arrival } from './arrival.ts';
import { actorOfAttempt } from './attempt-actor.ts';
import type { SsoParts } from './begin-sso.ts';
import { giveByGroups } from './enter-by-sso.ts';
import { findIdentity, findSelfForLink, insertIdentity, lockIdentity } from './identity-repository.ts';

/** Ties the account of who is signed in to what the provider calls the person. */
export async function linkAccount(context: RequestContext, _: SsoParts, arrival: Arrival): Promise<Session> {
  const { db, now } = context;
  const actor = await actorOfAttempt(context, arrival.attempt);
  const { personId, secondFactor } = actor;
  const named = { issuer: arrival.connection.issuer, subject: arrival.subject };
  await asSystem(db, async (tx) => {
    await lockIdentity(tx, named);
    const self = await findSelfForLink(tx, personId);
    const linkedTo = (await findIdentity(tx, named))?.personId;
    const heldElsewhere = await isHeldOutside(tx, personId, arrival.connection.id);
    const decision = decideLink({ self: { ...self, heldElsewhere }, linkedTo, email: arrival.read.email });
    if (!decision.accepted) throw refused(decision.reason);
    await insertEvent(tx, { act: 'sso.linked', subject: personId, at: now, actor: personId });
    await insertIdentity(tx, named, personId, now);
    await giveByGroups(tx, arrival, personId, now);
    await tellSecurity(tx, context, 'account-linked', actor);
  });
  return readSession(context, personId, secondFactor);
}
