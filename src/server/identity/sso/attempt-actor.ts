import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { findActor } from '../find-session.ts';
import type { AttemptRow } from './attempt-repository.ts';

/** Who began the way to the provider, in the session it was begun in, which is open still. */
export async function actorOfAttempt({ db, now, sessionToken }: RequestContext, attempt: AttemptRow): Promise<Actor> {
  const actor = sessionToken === undefined ? undefined : await findActor(db, { token: sessionToken, now });
  if (!actor || actor.personId !== attempt.person_id || !attempt.session_hash?.equals(actor.tokenHash)) {
    throw refused('sso/attempt-not-usable');
  }
  return actor;
}
