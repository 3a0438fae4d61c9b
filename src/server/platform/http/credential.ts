import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** What a request brings to say who it comes from. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'access-token'; readonly token: string };

const bearer = /^Bearer +(mamori_[\w-]{43}) *$/i;

/** An Authorization header speaks alone: the cookie beside it is not looked at, and one that is no token of ours opens nothing. */
export function credentialOf(c: Context, cookieName: string): Credential {
  const header = c.req.header('Authorization');
  if (header !== undefined) return { kind: 'access-token', token: bearer.exec(header)?.[1] ?? '' };
  const token = getCookie(c, cookieName);
  return token ? { kind: 'session', token } : { kind: 'none' };
}
