import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { deleteOwnSession } from './session-repository.ts';
import { insertEvent } from './sign-in-repository.ts';

/** Ends one session of the person, at once. */
export const endSession = ({ db, now }: RequestContext, { personId }: Actor, sessionId: string): Promise<void> =>
  asPerson(db, { personId }, async (tx) => {
    if (!(await deleteOwnSession(tx, personId, sessionId))) throw notFound();
    await insertEvent(tx, { act: 'identity.sessions-ended', subject: personId, at: now, actor: personId });
  });
