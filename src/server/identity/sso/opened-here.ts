import { asPerson } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { findActor } from '../find-session.ts';
import { loadOpenedBySso } from '../session-repository.ts';

/** Whom an organisation's provider has signed in in this browser, and how; undefined where nobody, or that is over. */
export async function openedHere({ db, now, sessionToken }: RequestContext) {
  const actor = sessionToken === undefined ? undefined : await findActor(db, { token: sessionToken, now });
  if (!actor) return undefined;
  const { personId, tokenHash } = actor;
  const opened = await asPerson(db, { personId }, (tx) => loadOpenedBySso(tx, personId, tokenHash));
  return opened?.sso_connection ? { personId, opened } : undefined;
}
