import { assertionOptions } from '#core/identity/passkey.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { insertOwnChallenge, sweepChallenges } from './challenge-repository.ts';
import { newChallenge } from './new-challenge.ts';
import { findDescriptors } from './passkey-repository.ts';
import { type FindParty, partyOf } from './relying-party.ts';

/** What the browser needs to let the signed-in person prove with one of the own passkeys to be there still. */
export async function beginStepUp({ db, now }: RequestContext, actor: Actor, findParty: FindParty) {
  const party = partyOf(findParty);
  const { personId } = actor;
  const { challenge, written, expiresAt } = newChallenge(now);
  return asPerson(db, { personId }, async (tx) => {
    const known = await findDescriptors(tx, personId);
    if (known.length === 0) throw refused('identity/passkey-unknown');
    await sweepChallenges(tx, now);
    await insertOwnChallenge(tx, { ...actor, purpose: 'step-up' }, challenge, expiresAt);
    return assertionOptions(party, written, known);
  });
}
