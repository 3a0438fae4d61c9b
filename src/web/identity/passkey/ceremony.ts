import { PasskeyFailure, passkeyFailureWords } from './passkey-failure.ts';
import type { passkeys } from './passkey-queries.ts';

type Creation = Awaited<ReturnType<typeof passkeys.beginRegistration.call>>;
type Asked = Awaited<ReturnType<typeof passkeys.beginSignIn.call>>;

async function told<Credential>(rpId: string, ask: () => Promise<Credential>): Promise<Credential> {
  const place = { origin: location.origin, rpId };
  if (!('PublicKeyCredential' in globalThis)) throw new PasskeyFailure(passkeyFailureWords('Unsupported', place));
  try {
    return await ask();
  } catch (cause) {
    throw new PasskeyFailure(passkeyFailureWords(cause instanceof Error ? cause.name : '', place), { cause });
  }
}

/** Lets the browser make a passkey. */
export async function createPasskey(optionsJSON: Creation) {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { id, rawId, response } = await told(optionsJSON.rp.id, () => startRegistration({ optionsJSON }));
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, rawId, type: 'public-key' as const, response: { clientDataJSON, attestationObject, transports } };
}

/** Lets the browser use a passkey. */
export async function askPasskey(optionsJSON: Asked) {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { id, rawId, response } = await told(optionsJSON.rpId, () => startAuthentication({ optionsJSON }));
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  const signed = { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) };
  return { id, rawId, type: 'public-key' as const, response: signed };
}
