import type { Session } from '#core/identity/contract.ts';
import { proofsOf } from '#core/identity/second-factor.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import type { HashingLine } from './hashing-line.ts';
import { passwordMatches } from './password-hash.ts';
import { findSecret, heldBy, type Secret } from './person-repository.ts';
import { readSession } from './read-session.ts';
import { proofOf, takeProof } from './second-proof.ts';
import type { SecretBox } from './secret-box.ts';
import { noteSignedIn, placeOf } from './sign-in-place.ts';
import type { Subjects } from './sign-in-repository.ts';
import { admitTry } from './sign-in-tries.ts';
import { startSession } from './start-session.ts';

export type SignInInput = { readonly email: string; readonly password: string; readonly code?: string | undefined };
type Gate = { readonly box: SecretBox; readonly hashing: HashingLine };

const admit = ({ db, now }: RequestContext, subjects: Subjects, email: string) =>
  asSystem(db, async (tx) => {
    await admitTry(tx, subjects, now);
    return findSecret(tx, email);
  });

/** What the code proves; null where the person has no second factor yet. */
function proofGiven(box: SecretBox, secret: Secret, code: string | undefined, now: Date) {
  const held = heldBy(secret);
  if (held.length === 0) return null;
  if (code === undefined) throw refused('identity/code-required', { proofs: proofsOf(held) });
  const proof = proofOf(box, secret, code, now);
  if (!proof) throw refused('identity/code-wrong');
  return proof;
}

/** Signs in with password and, where one is enrolled, the second factor; each time step and recovery code is accepted once. */
export async function signIn(context: RequestContext, { box, hashing }: Gate, input: SignInInput): Promise<Session> {
  const { db, now } = context;
  const place = await placeOf(context, input.email);
  const secret = await hashing(place.line, async () => {
    const found = await admit(context, place.subjects, input.email);
    return (await passwordMatches(found?.password_hash, input.password)) ? found : undefined;
  });
  if (!secret) throw refused('identity/sign-in-refused');
  const proof = proofGiven(box, secret, input.code, now);
  await asSystem(db, async (tx) => {
    if (proof && !(await takeProof(tx, secret.person_id, proof, now))) throw refused('identity/code-wrong');
    await noteSignedIn(tx, place, { at: now, actor: secret.person_id });
  });
  await startSession(context, secret.person_id, proof !== null);
  context.keepBrowser(place.browser.secret);
  return readSession(context, secret.person_id, proof !== null);
}
