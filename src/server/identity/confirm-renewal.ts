import type { Session } from '#core/identity/contract.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { admitProof } from './admit-proof.ts';
import { lockSecret, takeNextTotpSecret } from './person-repository.ts';
import { readSession } from './read-session.ts';
import { rotateSession } from './rotate-session.ts';
import { stepOf } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';
import { insertEvent } from './sign-in-repository.ts';
import { tellSecurity } from './tell-security.ts';

/** Puts the new authenticator in the place of the former with its first code; every other session ends. */
export async function confirmRenewal(
  context: RequestContext,
  actor: Actor,
  box: SecretBox,
  code: string,
): Promise<Session> {
  const { db, now } = context;
  const { personId } = actor;
  await admitProof(context, actor);
  const token = await asPerson(db, { personId }, async (tx) => {
    const { totp_next_secret: next } = await lockSecret(tx, personId);
    const step = next ? stepOf(box.open(next), code, now) : undefined;
    if (!next || step === undefined) throw refused('identity/code-wrong');
    await insertEvent(tx, { act: 'identity.second-factor-renewed', subject: personId, at: now, actor: personId });
    await takeNextTotpSecret(tx, personId, next, step);
    await tellSecurity(tx, context, 'second-factor-renewed', actor);
    return rotateSession(tx, actor, now);
  });
  context.startSession(token);
  return readSession(context, personId, true);
}
