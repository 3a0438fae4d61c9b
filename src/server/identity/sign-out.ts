import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { loadOpenedBySso } from './session-repository.ts';
import { deleteSession } from './sign-in-repository.ts';
import type { SsoParts } from './sso/begin-sso.ts';
import { onwardOf } from './sso/onward.ts';

/** Ends the session this browser came with, and says where to go on to for the provider to end its own. */
export async function signOut(context: RequestContext, { personId, tokenHash }: Actor, parts: SsoParts) {
  const opened = await asPerson(context.db, { personId }, async (tx) => {
    const found = await loadOpenedBySso(tx, personId, tokenHash);
    await deleteSession(tx, tokenHash);
    return found;
  });
  context.endSession();
  return { next: opened ? await onwardOf(context, parts, opened) : null };
}
