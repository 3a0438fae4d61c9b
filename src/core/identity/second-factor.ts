import { needsSecondFactor, type Role } from './role.ts';

/** What a person can prove with, besides the password, to be there. */
export const secondFactors = ['authenticator', 'passkey'] as const;
export type SecondFactor = (typeof secondFactors)[number];

/** By what a person proves to be there. */
export const proofs = ['passkey', 'code', 'password'] as const;
export type Proof = (typeof proofs)[number];

/** What proves enough of a person with these second factors, the surest first: the password alone only where there are none. */
export function proofsOf(held: readonly SecondFactor[]): Proof[] {
  const of = { passkey: held.includes('passkey'), code: held.includes('authenticator'), password: held.length === 0 };
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

/** Whether a second factor may be removed, given what is left then: whose roles need one keeps one. */
export function decideSecondFactorRemoval(
  roles: readonly Role[],
  left: readonly SecondFactor[],
): Decision<'identity/last-second-factor'> {
  if (left.length > 0 || !needsSecondFactor(roles)) return { accepted: true };
  return { accepted: false, reason: 'identity/last-second-factor' };
}
