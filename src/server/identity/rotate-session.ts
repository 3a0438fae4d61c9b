import type { PersonTx } from '../platform/database/transaction.ts';
import type { Actor } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { newToken } from './secret-token.ts';
import { loadSession } from './session-repository.ts';
import { deleteSessionsOf, insertSession } from './sign-in-repository.ts';

/** Ends every session of the person and gives the secret of one in place of the own, which lives no longer than it would have. */
export async function rotateSession(tx: PersonTx, { personId, tokenHash }: Actor, now: Date): Promise<string> {
  const own = await loadSession(tx, personId, tokenHash);
  if (!own) throw refused('sign-in-required');
  const { token, hash } = newToken();
  await deleteSessionsOf(tx, personId);
  await insertSession(tx, { ...own, token_hash: hash, person_id: personId, seen_at: now });
  return token;
}
