import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { deleteSession } from './sign-in-repository.ts';

/** Ends the session this browser came with. */
export async function signOut(context: RequestContext, { personId, tokenHash }: Actor): Promise<void> {
  await asPerson(context.db, { personId }, (tx) => deleteSession(tx, tokenHash));
  context.endSession();
}
