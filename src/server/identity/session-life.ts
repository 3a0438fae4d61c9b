import { newToken } from './secret-token.ts';

const lifetimeMs = 12 * 60 * 60 * 1000;
const idleMs = 60 * 60 * 1000;

/** A session not seen since then is over. */
export const idleSince = (now: Date) => new Date(now.getTime() - idleMs);

/** A new session's row and the secret that opens it, which only the browser keeps. */
export function newSession(personId: string, secondFactor: boolean, now: Date) {
  const { token, hash } = newToken();
  const expires = new Date(now.getTime() + lifetimeMs);
  const times = { created_at: now, seen_at: now, expires_at: expires };
  return { token, row: { token_hash: hash, person_id: personId, second_factor: secondFactor, ...times } };
}
