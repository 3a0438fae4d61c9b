import type { Session } from '#core/identity/contract.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { refuseWeakPassword } from './add-person.ts';
import { admitProof } from './admit-proof.ts';
import type { HashingLine } from './hashing-line.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';
import { heldBy, replacePassword } from './person-repository.ts';
import { readSession } from './read-session.ts';
import { rotateSession } from './rotate-session.ts';
import { insertEvent } from './sign-in-repository.ts';
import { tellSecurity } from './tell-security.ts';

type Passwords = { readonly current: string; readonly password: string };

/** Gives the person another password; every other session ends, and the own one goes on under a new secret. */
export async function changePassword(
  context: RequestContext,
  actor: Actor,
  hashing: HashingLine,
  { current, password }: Passwords,
): Promise<Session> {
  const { db, now } = context;
  const { personId, name } = actor;
  const { former, hash } = await hashing(personId, async () => {
    const secret = await admitProof(context, actor);
    const former = secret.password_hash;
    if (former === null || !(await passwordMatches(former, current))) throw refused('identity/password-wrong');
    refuseWeakPassword(password, { name, email: secret.email, secondFactor: heldBy(secret).length > 0 });
    return { former, hash: await hashPassword(password) };
  });
  const token = await asPerson(db, { personId }, async (tx) => {
    if (!(await replacePassword(tx, personId, former, hash))) throw refused('identity/password-wrong');
    await insertEvent(tx, { act: 'identity.password-changed', subject: personId, at: now, actor: personId });
    await tellSecurity(tx, context, 'password-changed', actor);
    return rotateSession(tx, actor, now);
  });
  context.startSession(token);
  return readSession(context, personId, actor.secondFactor);
}
