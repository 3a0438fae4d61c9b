/** So long, in milliseconds, a challenge can be answered. */
export const challengeLifetimeMs = 5 * 60 * 1000;
/** So many passkeys one person may have. */
export const mostPasskeys = 20;
/** So many challenges for signing in may wait for one address: a whole hospital may share one. Of a known browser, fewer. */
export const mostWaitingChallenges = 300;
/** Kinds of signature taken, by their COSE numbers: EdDSA, ES256 and RS256 (Windows Hello). */
export const passkeyAlgorithms = [-8, -7, -257] as const;

/**
 * Whether a passkey's counter goes on as it should: higher than the one stored, or zero as ever where the device keeps
 * none. Anything else says that there is a copy (Web Authentication, 7.2 step 22).
 */
export function isCounterForward(stored: number, told: number): boolean {
  return told > stored || (told === 0 && stored === 0);
}

/** What a relying party is to a browser: the name a passkey is bound to, and the address of the pages that may use it. */
export type RelyingParty = { readonly id: string; readonly origin: string };

type Known = { readonly id: string; readonly transports: readonly string[] };
const descriptor = ({ id, transports }: Known) => ({ type: 'public-key' as const, id, transports: [...transports] });

/** What a browser needs to make a passkey that can be found without an e-mail address and asks who is there. */
export function registrationOptions(of: {
  readonly party: RelyingParty;
  readonly challenge: string;
  /** The person's id as bytes, in base64url; never an e-mail address. */
  readonly userHandle: string;
  readonly email: string;
  readonly personName: string;
  readonly known: readonly Known[];
}) {
  return {
    challenge: of.challenge,
    rp: { id: of.party.id, name: 'まもり' },
    user: { id: of.userHandle, name: of.email, displayName: of.personName },
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout: challengeLifetimeMs,
    attestation: 'none' as const,
    excludeCredentials: of.known.map(descriptor),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true,
      userVerification: 'required' as const,
    },
  };
}

/** What a browser needs to use a passkey: any it finds for signing in, or one of those known. */
export function assertionOptions(party: RelyingParty, challenge: string, known: readonly Known[] = []) {
  return {
    challenge,
    rpId: party.id,
    timeout: challengeLifetimeMs,
    userVerification: 'required' as const,
    allowCredentials: known.map(descriptor),
  };
}
