import { browserLabel } from '#core/identity/browser-label.ts';
import { newToken } from './secret-token.ts';

const lifetimeMs = 12 * 60 * 60 * 1000;
const idleMs = 60 * 60 * 1000;

/** A session not seen since then is over. */
export const idleSince = (now: Date) => new Date(now.getTime() - idleMs);

type Begun = { readonly now: Date; readonly userAgent: string };

/** A new session's row and the secret that opens it, which only the browser keeps; a second factor counts as stepping up. */
export function newSession(personId: string, secondFactor: boolean, { now, userAgent }: Begun) {
  const { token, hash } = newToken();
  const expires = new Date(now.getTime() + lifetimeMs);
  const times = { created_at: now, seen_at: now, expires_at: expires };
  const proved = { second_factor: secondFactor, stepped_up_at: secondFactor ? now : null };
  return {
    token,
    row: { token_hash: hash, person_id: personId, browser: browserLabel(userAgent), ...proved, ...times },
  };
}
