import { neverAsked as neverAskedAt } from '#core/identity/step-up.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { hashToken } from './secret-token.ts';
import { newSession } from './session-life.ts';
import { deleteEndedSessions, deleteSession, insertSession } from './sign-in-repository.ts';

type Browser = Pick<RequestContext, 'db' | 'now' | 'sessionToken' | 'startSession' | 'userAgent'> & {
  /** Where nobody could ever prove to be there again: in the fictional region. */
  readonly neverAsked?: true;
};

type OpenedBySso = {
  readonly sso_connection: string | null;
  readonly sso_session: string | null;
  readonly id_token: Buffer | null;
  /** Null where nobody has proved to be there just now: a provider may have remembered them. */
  readonly stepped_up_at?: null;
};

/** Opens a session for the person and hands its secret to the browser; the one the browser came with ends. */
export async function startSession(
  browser: Browser,
  personId: string,
  secondFactor: boolean,
  bySso?: OpenedBySso,
): Promise<void> {
  const { db, now, sessionToken, startSession: sendCookie, neverAsked } = browser;
  const { token, row } = newSession(personId, secondFactor, browser);
  const former = sessionToken === undefined ? undefined : hashToken(sessionToken);
  await asPerson(db, { personId, ...(former && { token: former }) }, async (tx) => {
    await deleteEndedSessions(tx, personId, now);
    if (former) await deleteSession(tx, former);
    await insertSession(tx, { ...row, ...(neverAsked && { stepped_up_at: neverAskedAt }), ...bySso });
  });
  sendCookie(token);
}
