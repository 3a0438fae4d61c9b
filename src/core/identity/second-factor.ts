import { needsSecondFactor, type Role } from './role.ts';

/** What a person can prove with, besides the password, to be there. */
export const secondFactors = ['authenticator', 'passkey'] as const;
export type SecondFactor = (typeof secondFactors)[number];

/** By what a person proves to be there. */
export const proofs = ['passkey', 'code', 'password', 'sso'] as const;
export type Proof = (typeof proofs)[number];

/** The ways in a person has besides the second factors: a password, and an organisation's provider. */
export type WaysIn = { readonly password: boolean; readonly sso: boolean };

const passwordAlone: WaysIn = { password: true, sso: false };

/** What proves enough of a person with these second factors, the surest first: the password alone only where there are none. */
export function proofsOf(held: readonly SecondFactor[], ways: WaysIn = passwordAlone): Proof[] {
  const of = {
    passkey: held.includes('passkey'),
    code: held.includes('authenticator'),
    password: ways.password && held.length === 0,
    sso: ways.sso,
  };
  return proofs.filter((proof) => of[proof]);
}

type Decision<Reason extends string> =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: Reason };

/**
 * Whether a session may enrol a second factor: one with the password alone only where the person has none yet, else a
 * stolen password would be enough to make one's own.
 */
export function decideEnrolment(
  held: readonly SecondFactor[],
  { passed }: { readonly passed: boolean },
): Decision<'second-factor-required'> {
  return passed || held.length === 0 ? { accepted: true } : { accepted: false, reason: 'second-factor-required' };
}

/**
 * Whether a passkey may be removed, given what is left then: whose roles need a second factor keeps one, and who has
 * neither password nor provider keeps the passkey that is the last way in.
 */
export function decideSecondFactorRemoval(
  roles: readonly Role[],
  left: readonly SecondFactor[],
  ways: WaysIn = passwordAlone,
): Decision<'identity/last-second-factor' | 'identity/last-way-in'> {
  if (!ways.password && !ways.sso && !left.includes('passkey'))
    return { accepted: false, reason: 'identity/last-way-in' };
  if (left.length > 0 || !needsSecondFactor(roles)) return { accepted: true };
  return { accepted: false, reason: 'identity/last-second-factor' };
}

/**
 * Whether a passkey signs in by itself. Who has no password comes by the organisation's provider as long as there is one,
 * so that whoever leaves there has left here; the passkey then completes what the provider began.
 */
export const opensByPasskeyAlone = ({ password, sso }: WaysIn): boolean => password || !sso;
