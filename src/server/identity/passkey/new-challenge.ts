import { randomBytes } from 'node:crypto';
import { challengeLifetimeMs } from '#core/identity/passkey.ts';

/** A fresh challenge, and until when it can be answered. */
export function newChallenge(now: Date) {
  const challenge = randomBytes(32);
  return {
    challenge,
    written: challenge.toString('base64url'),
    expiresAt: new Date(now.getTime() + challengeLifetimeMs),
  };
}
