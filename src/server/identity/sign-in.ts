import type { Session } from '#core/identity/contract.ts';
import { signInWait } from '#core/identity/sign-in-delay.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import type { HashingLine } from './hashing-line.ts';
import { passwordMatches } from './password-hash.ts';
import { findSecret } from './person-repository.ts';
import { readSession } from './read-session.ts';
import { proofOf, takeProof } from './second-proof.ts';
import type { SecretBox } from './secret-box.ts';
import { type Place, placeOf } from './sign-in-place.ts';
import { insertEvent, loadTries, lockAccount, recordTry, type Subjects } from './sign-in-repository.ts';
import { startSession } from './start-session.ts';

export type SignInInput = { readonly email: string; readonly password: string; readonly code?: string | undefined };
type Gate = { readonly box: SecretBox; readonly hashing: HashingLine };

/** Takes the try in, counted before its password is looked at, so that tries at the same moment cannot slip past the count. */
const admit = ({ db, now }: RequestContext, subjects: Subjects, email: string) =>
  asSystem(db, async (tx) => {
    await lockAccount(tx, subjects);
    const tries = await loadTries(tx, subjects, now);
    const retryAfterSeconds = signInWait(tries, now);
    if (retryAfterSeconds > 0) throw refused('identity/locked', { retryAfterSeconds });
    await recordTry(tx, subjects, tries.knownHere, now);
    return findSecret(tx, email);
  });

type Secret = NonNullable<Awaited<ReturnType<typeof findSecret>>>;

/** What the code proves; null where the person has no authenticator yet. */
function proofGiven(box: SecretBox, { totp_secret, totp_confirmed }: Secret, code: string | undefined, now: Date) {
  if (!totp_confirmed || !totp_secret) return null;
  if (code === undefined) throw refused('identity/code-required');
  const proof = proofOf(box, totp_secret, code, now);
  if (!proof) throw refused('identity/code-wrong');
  return proof;
}

async function noteSignedIn(tx: SystemTx, { subjects, browser }: Place, at: Date) {
  for (const subject of new Set([subjects.here, browser.subject])) {
    await insertEvent(tx, { act: 'identity.signed-in', subject, at });
  }
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
    await noteSignedIn(tx, place, now);
  });
  await startSession(context, secret.person_id, proof !== null);
  context.keepBrowser(place.browser.secret);
  return readSession(context, secret.person_id, proof !== null);
}
