import { Secret, TOTP } from 'otpauth';
import { stepAt, stepDrift, stepSeconds } from '#core/identity/time-step.ts';

const totp = (secret: Secret, label: string) =>
  new TOTP({ issuer: 'まもり', label, secret, digits: 6, period: stepSeconds });

export const newSecret = () => new Secret({ size: 20 }).base32;

export const enrolmentUri = (secret: string, label: string) => totp(Secret.fromBase32(secret), label).toString();

/** The time step a code belongs to, one step of clock drift either way; undefined where the code is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totp(Secret.fromBase32(secret), '').validate({ token: code, timestamp, window: stepDrift });
  return delta === null ? undefined : stepAt(now) + delta;
}
