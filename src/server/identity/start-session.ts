import { asPerson } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { newToken } from './secret-token.ts';

const lifetimeMs = 12 * 60 * 60 * 1000;

/** Opens a session for the person and hands its token to the browser. */
export async function startSession(
  { db, now, startSession: sendCookie }: Pick<RequestContext, 'db' | 'now' | 'startSession'>,
  personId: string,
  secondFactor: boolean,
): Promise<void> {
  const { token, hash } = newToken();
  const expires = new Date(now.getTime() + lifetimeMs);
  await asPerson(db, { personId }, (tx) =>
    tx
      .insertInto('session')
      .values({ token_hash: hash, person_id: personId, second_factor: secondFactor, expires_at: expires })
      .execute(),
  );
  sendCookie(token, expires);
}
