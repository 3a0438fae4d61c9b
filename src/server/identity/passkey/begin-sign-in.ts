import { createHash } from 'node:crypto';
import { assertionOptions, mostWaitingChallenges } from '#core/identity/passkey.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { countWaiting, insertSignInChallenge, sweepChallenges } from './challenge-repository.ts';
import { newChallenge } from './new-challenge.ts';
import { type FindParty, partyOf } from './relying-party.ts';

/** What the browser needs to sign in with whatever passkey it has for us: it tells nothing of who has one. */
export async function beginSignIn({ db, now, address }: RequestContext, findParty: FindParty) {
  const party = partyOf(findParty);
  const { challenge, written, expiresAt } = newChallenge(now);
  const addressHash = createHash('sha256').update(address).digest();
  await asSystem(db, async (tx) => {
    if ((await countWaiting(tx, addressHash, now)) >= mostWaitingChallenges) throw refused('too-many');
    await sweepChallenges(tx, now);
    await insertSignInChallenge(tx, addressHash, challenge, expiresAt);
  });
  return assertionOptions(party, written);
}
