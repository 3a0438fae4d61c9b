import { isCounterForward, type RelyingParty } from '#core/identity/passkey.ts';
import type { assertionRefusals } from '#core/identity/passkey-errors.ts';
import type { Assertion } from '#core/identity/passkey-shapes.ts';
import { type ClientData, isFrom } from './client-data.ts';
import type { StoredPasskey } from './passkey-repository.ts';
import { userHandleOf } from './user-handle.ts';

type Refused = { readonly accepted: false; readonly reason: keyof typeof assertionRefusals };
type Verdict = { readonly accepted: true; readonly counter: number; readonly backedUp: boolean } | Refused;

const refusedFor = (reason: Refused['reason']): Refused => ({ accepted: false, reason });

export const isOtherSite = (error: unknown) => error instanceof Error && error.name === 'UnexpectedRPIDHash';

async function checked(party: RelyingParty, passkey: StoredPasskey, told: ClientData, credential: Assertion) {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { response } = credential;
  const { userHandle, ...signed } = response;
  return verifyAuthenticationResponse({
    response: { ...credential, response: { ...signed, ...(userHandle && { userHandle }) }, clientExtensionResults: {} },
    expectedChallenge: told.challenge.toString('base64url'),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    // The counter is judged by our own rule once the signature is known to be right, so that a forged one accuses nobody.
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
  });
}

/** Whether a browser's answer proves that the passkey's person is there; its challenge was ours and is used up by now. */
export async function verifyAssertion(
  party: RelyingParty,
  passkey: StoredPasskey,
  told: ClientData,
  credential: Assertion,
): Promise<Verdict> {
  if (!isFrom(party.origin, told)) return refusedFor('identity/passkey-other-site');
  const { userHandle } = credential.response;
  if (userHandle && userHandle !== userHandleOf(passkey.personId)) return refusedFor('identity/passkey-refused');
  const result = await checked(party, passkey, told, credential).catch((error: unknown) => ({ error }));
  if ('error' in result) {
    return refusedFor(isOtherSite(result.error) ? 'identity/passkey-other-site' : 'identity/passkey-refused');
  }
  if (!result.verified) return refusedFor('identity/passkey-refused');
  const { newCounter: counter, credentialBackedUp: backedUp } = result.authenticationInfo;
  if (!isCounterForward(passkey.counter, counter)) return refusedFor('identity/passkey-copied');
  return { accepted: true, counter, backedUp };
}
