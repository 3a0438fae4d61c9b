import { Secret, TOTP } from 'otpauth';

const period = 30;
const totp = (secret: Secret, label: string) => new TOTP({ issuer: 'まもり', label, secret, digits: 6, period });

export const newSecret = () => new Secret({ size: 20 }).base32;

export const enrolmentUri = (secret: string, label: string) => totp(Secret.fromBase32(secret), label).toString();

/** The time step a code belongs to, one step of clock drift either way; undefined where the code is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totp(Secret.fromBase32(secret), '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}
