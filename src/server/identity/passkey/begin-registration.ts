import { mostPasskeys, registrationOptions } from '#core/identity/passkey.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { lockSecret } from '../person-repository.ts';
import { refuseEnrolment, refusePasskeyByProvider } from '../refuse-enrolment.ts';
import { insertOwnChallenge, sweepChallenges } from './challenge-repository.ts';
import { newChallenge } from './new-challenge.ts';
import { findDescriptors } from './passkey-repository.ts';
import { type FindParty, partyOf } from './relying-party.ts';
import { userHandleOf } from './user-handle.ts';

/** What the browser needs to make a passkey, once and within five minutes. */
export async function beginRegistration({ db, now }: RequestContext, actor: Actor, findParty: FindParty) {
  const party = partyOf(findParty);
  const { personId, name: personName } = actor;
  const { challenge, written, expiresAt } = newChallenge(now);
  return asPerson(db, { personId }, async (tx) => {
    const { email } = await lockSecret(tx, personId);
    await refuseEnrolment(tx, actor);
    await refusePasskeyByProvider(tx, actor);
    const known = await findDescriptors(tx, personId);
    if (known.length >= mostPasskeys) throw refused('identity/too-many-passkeys');
    await sweepChallenges(tx, now);
    await insertOwnChallenge(tx, { ...actor, purpose: 'registration' }, challenge, expiresAt);
    return registrationOptions({
      party,
      challenge: written,
      userHandle: userHandleOf(personId),
      email,
      personName,
      known,
    });
  });
}
