import type { Session } from '#core/identity/contract.ts';
import type { RelyingParty } from '#core/identity/passkey.ts';
import type { Assertion } from '#core/identity/passkey-shapes.ts';
import { opensByPasskeyAlone } from '#core/identity/second-factor.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { readSession } from '../read-session.ts';
import { noteSignedIn, passkeySubjects, placeIn } from '../sign-in-place.ts';
import { insertEvent } from '../sign-in-repository.ts';
import { admitTry } from '../sign-in-tries.ts';
import { ownConnection } from '../sso/begin-sso.ts';
import { openedHere } from '../sso/opened-here.ts';
import { startSession } from '../start-session.ts';
import { takeSignInChallenge } from './challenge-repository.ts';
import { clientDataOf } from './client-data.ts';
import { lockPasskey, markUsed } from './passkey-repository.ts';
import { type FindParty, partyOf } from './relying-party.ts';
import { verifyAssertion } from './verify-assertion.ts';

type Before = Awaited<ReturnType<typeof openedHere>>;
type Door = { readonly context: RequestContext; readonly party: RelyingParty; readonly before: Before };

const refusal = (reason: string) => ({ accepted: false as const, reason });

/** Whether the passkey may open this: by itself, or after the organisation's provider has signed the same person in here. */
async function mayOpen(tx: SystemTx, personId: string, before: Before): Promise<boolean> {
  if (before?.personId === personId) return true;
  const { self, linked } = await ownConnection(tx, personId);
  return opensByPasskeyAlone({ password: self.password_hash !== null, sso: linked });
}

/** Whose passkey signed; the challenge and the try count also where it is refused. */
async function proved(tx: SystemTx, { context, party, before }: Door, credential: Assertion) {
  const { now } = context;
  const told = clientDataOf(credential.response.clientDataJSON);
  const passkey = await lockPasskey(tx, credential.id);
  const place = passkey && (await placeIn(tx, context, passkey.email));
  const tries = place && passkeySubjects(place, credential.id);
  if (tries) await admitTry(tx, tries, now, { known: true, actor: null });
  if (!told) return refusal('identity/passkey-refused');
  if (!(await takeSignInChallenge(tx, told.challenge, now))) return refusal('identity/passkey-challenge-not-usable');
  if (!passkey || !place || !tries) return refusal('identity/passkey-unknown');
  const { personId } = passkey;
  const verdict = await verifyAssertion(party, passkey, told, credential);
  if (!verdict.accepted) {
    if (verdict.reason === 'identity/passkey-copied') {
      await insertEvent(tx, { act: 'identity.passkey-copied', subject: personId, at: now, actor: null });
    }
    return verdict;
  }
  if (!(await mayOpen(tx, personId, before))) return refusal('identity/passkey-by-provider');
  await noteSignedIn(tx, place, { at: now, actor: personId, more: [tries.here] });
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
  const before = await openedHere(context);
  const outcome = await asSystem(context.db, (tx) => proved(tx, { context, party, before }, credential));
  if (!outcome.accepted) throw refused(outcome.reason);
  await startSession(
    context,
    outcome.personId,
    true,
    before?.personId === outcome.personId ? before.opened : undefined,
  );
  context.keepBrowser(outcome.browserSecret);
  return readSession(context, outcome.personId, true);
}
