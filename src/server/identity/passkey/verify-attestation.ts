import { passkeyAlgorithms, type RelyingParty } from '#core/identity/passkey.ts';
import type { Attestation } from '#core/identity/passkey-shapes.ts';
import { type ClientData, isFrom } from './client-data.ts';
import { isOtherSite } from './verify-assertion.ts';

async function checked(party: RelyingParty, told: ClientData, credential: Attestation) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  return verifyRegistrationResponse({
    response: { ...credential, clientExtensionResults: {} },
    expectedChallenge: told.challenge.toString('base64url'),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...passkeyAlgorithms],
  });
}

type Reason = 'identity/passkey-other-site' | 'identity/passkey-refused';
const refusedFor = (reason: Reason) => ({ accepted: false as const, reason });

/** What is to be stored of a passkey a browser has just made, where it was made for us. */
export async function verifyAttestation(party: RelyingParty, told: ClientData, credential: Attestation) {
  if (!isFrom(party.origin, told)) return refusedFor('identity/passkey-other-site');
  const result = await checked(party, told, credential).catch((error: unknown) => ({ error }));
  if ('error' in result) {
    return refusedFor(isOtherSite(result.error) ? 'identity/passkey-other-site' : 'identity/passkey-refused');
  }
  const { registrationInfo } = result;
  if (!registrationInfo) return refusedFor('identity/passkey-refused');
  const { credential: made, credentialDeviceType, credentialBackedUp } = registrationInfo;
  const attested = {
    credential_id: made.id,
    public_key: Buffer.from(made.publicKey),
    counter: made.counter,
    transports: [...credential.response.transports],
    backup_eligible: credentialDeviceType === 'multiDevice',
    backed_up: credentialBackedUp,
  };
  return { accepted: true as const, attested };
}
