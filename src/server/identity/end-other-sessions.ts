import { asPerson } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { deleteOtherSessions } from './session-repository.ts';
import { insertEvent } from './sign-in-repository.ts';

/** Ends every session of the person but the own one. */
export const endOtherSessions = ({ db, now }: RequestContext, { personId, tokenHash }: Actor): Promise<void> =>
  asPerson(db, { personId }, async (tx) => {
    await insertEvent(tx, { act: 'identity.sessions-ended', subject: personId, at: now, actor: personId });
    await deleteOtherSessions(tx, personId, tokenHash);
  });
