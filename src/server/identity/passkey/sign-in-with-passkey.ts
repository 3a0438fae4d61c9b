import type { Session } from '#core/identity/contract.ts';
import type { RelyingParty } from '#core/identity/passkey.ts';
import type { Assertion } from '#core/identity/passkey-shapes.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { readSession } from '../read-session.ts';
import { noteSignedIn, placeIn } from '../sign-in-place.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { admitTry } from '../sign-in-tries.ts';
import { startSession } from '../start-session.ts';
import { takeSignInChallenge } from './challenge-repository.ts';
import { clientDataOf } from './client-data.ts';
import { lockPasskey, markUsed } from './passkey-repository.ts';
import { type FindParty, partyOf } from './relying-party.ts';
import { verifyAssertion } from './verify-assertion.ts';

const refusal = (reason: string) => ({ accepted: false as const, reason });

/** Whose passkey signed; the challenge and the try count also where it is refused. */
async function proved(tx: SystemTx, context: RequestContext, party: RelyingParty, credential: Assertion) {
  const { now } = context;
  const told = clientDataOf(credential.response.clientDataJSON);
  const passkey = await lockPasskey(tx, credential.id);
  const place = passkey && (await placeIn(tx, context, passkey.email));
  if (place) await admitTry(tx, place.subjects, now);
  if (!told) return refusal('identity/passkey-refused');
  if (!(await takeSignInChallenge(tx, told.challenge, now))) return refusal('identity/passkey-challenge-not-usable');
  if (!passkey || !place) return refusal('identity/passkey-unknown');
  const { personId } = passkey;
  const verdict = await verifyAssertion(party, passkey, told, credential);
  if (!verdict.accepted) {
    if (verdict.reason === 'identity/passkey-copied') {
      await insertEvent(tx, { act: 'identity.passkey-copied', subject: personId, at: now });
    }
    return verdict;
  }
  await noteSignedIn(tx, place, now);
  await markUsed(tx, passkey.id, { ...verdict, at: now });
  return { accepted: true as const, personId, browserSecret: place.browser.secret };
}

/** Signs in with a passkey alone: it proves possession, and that the device knew its person, so it is the second factor too. */
export async function signInWithPasskey(
  context: RequestContext,
  findParty: FindParty,
  credential: Assertion,
): Promise<Session> {
  const party = partyOf(findParty);
  const outcome = await asSystem(context.db, (tx) => proved(tx, context, party, credential));
  if (!outcome.accepted) throw refused(outcome.reason);
  await startSession(context, outcome.personId, true);
  context.keepBrowser(outcome.browserSecret);
  return readSession(context, outcome.personId, true);
}
