import { createHash } from 'node:crypto';
import { assertionOptions, mostWaitingChallenges } from '#core/identity/passkey.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { countedPlace } from '../known-browser.ts';
import { countWaiting, insertSignInChallenge, sweepChallenges } from './challenge-repository.ts';
import { newChallenge } from './new-challenge.ts';
import { type FindParty, partyOf } from './relying-party.ts';

const placeHash = (place: string) => createHash('sha256').update(place).digest();

/** What the browser needs to sign in with whatever passkey it has for us: it tells nothing of who has one. */
export async function beginSignIn(context: RequestContext, findParty: FindParty) {
  const { db, now } = context;
  const party = partyOf(findParty);
  const { challenge, written, expiresAt } = newChallenge(now);
  await asSystem(db, async (tx) => {
    const waiting = (of: string) => countWaiting(tx, placeHash(of), now);
    const place = await countedPlace(tx, context, mostWaitingChallenges, waiting);
    if ((await waiting(place.name)) >= place.most) throw refused('too-many');
    await sweepChallenges(tx, now);
    await insertSignInChallenge(tx, placeHash(place.name), challenge, expiresAt);
  });
  return assertionOptions(party, written);
}
