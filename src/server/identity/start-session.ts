import { asPerson } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { hashToken } from './secret-token.ts';
import { newSession } from './session-life.ts';
import { deleteEndedSessions, deleteSession, insertSession } from './sign-in-repository.ts';

type Browser = Pick<RequestContext, 'db' | 'now' | 'sessionToken' | 'startSession'>;

/** Opens a session for the person and hands its secret to the browser; the one the browser came with ends. */
export async function startSession(
  { db, now, sessionToken, startSession: sendCookie }: Browser,
  personId: string,
  secondFactor: boolean,
): Promise<void> {
  const { token, row } = newSession(personId, secondFactor, now);
  const former = sessionToken === undefined ? undefined : hashToken(sessionToken);
  await asPerson(db, { personId, ...(former && { token: former }) }, async (tx) => {
    await deleteEndedSessions(tx, personId, now);
    if (former) await deleteSession(tx, former);
    await insertSession(tx, row);
  });
  sendCookie(token);
}
