import { signInWait } from '#core/identity/sign-in-delay.ts';
import type { SystemTx } from '../platform/database/transaction.ts';
import { refused } from '../platform/http/refusal.ts';
import { loadTries, lockAccount, recordTry, type Subjects } from './sign-in-repository.ts';

type By = { readonly known: boolean; readonly actor: string | null };

/**
 * Takes a try in, counted before it is looked at, so that tries at the same moment cannot slip past the count. Who is signed
 * in already, and what cannot be guessed, is `known` there.
 */
export async function admitTry(
  tx: SystemTx,
  subjects: Subjects,
  now: Date,
  { known, actor }: By = { known: false, actor: null },
): Promise<void> {
  await lockAccount(tx, subjects);
  const counted = await loadTries(tx, subjects, now);
  const tries = known ? { ...counted, knownHere: true } : counted;
  const retryAfterSeconds = signInWait(tries, now);
  if (retryAfterSeconds > 0) throw refused('identity/locked', { retryAfterSeconds });
  await recordTry(tx, subjects, { knownHere: tries.knownHere, actor, now });
}
