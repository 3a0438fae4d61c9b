import type { Session } from '#core/identity/contract.ts';
import { isFreshSignIn } from '#core/identity/sso/claims.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { findSecretOf, heldBy } from '../person-repository.ts';
import { readSession } from '../read-session.ts';
import { renewSteppedUp } from '../session-repository.ts';
import { insertEvent } from '../sign-in-repository.ts';
import type { Arrival } from './arrival.ts';
import { actorOfAttempt } from './attempt-actor.ts';
import type { SsoParts } from './begin-sso.ts';
import { findIdentity } from './identity-repository.ts';

/** The session goes on under a new secret, noting that its person has just signed in at the provider again; where a second factor is set up here, only with one there. */
export async function stepUpBySso(context: RequestContext, _: SsoParts, arrival: Arrival): Promise<Session> {
  const { db, now } = context;
  const { attempt, claims, connection, subject, read } = arrival;
  const { personId, secondFactor, tokenHash } = await actorOfAttempt(context, attempt);
  if (!isFreshSignIn(claims.auth_time, attempt.begun_at)) throw refused('sso/not-fresh');
  const token = await asSystem(db, async (tx) => {
    const named = await findIdentity(tx, { issuer: connection.issuer, subject });
    if (named?.personId !== personId) throw refused('sso/other-person');
    const held = heldBy(await findSecretOf(tx, personId));
    if (held.length > 0 && !read.secondFactor) throw refused('sso/second-factor-needed');
    const within = `session ${tokenHash.toString('hex')}`;
    await insertEvent(tx, { act: 'identity.stepped-up', subject: within, at: now, actor: personId });
    const renewed = await renewSteppedUp(tx, { personId, tokenHash }, now);
    if (renewed === undefined) throw refused('sign-in-required');
    return renewed;
  });
  context.startSession(token);
  return readSession(context, personId, secondFactor);
}
