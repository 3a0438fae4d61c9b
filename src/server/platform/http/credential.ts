import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** What a request brings to say who it comes from. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'access-token'; readonly token: string };

const bearer = /^Bearer +(mamori_[\w-]{43}) *$/i;

/** The access token of a request. An Authorization header of any other form is somebody else's, as of a proxy in front, and says nothing. */
export const accessTokenOf = (c: Context) => bearer.exec(c.req.header('Authorization') ?? '')?.[1];

/** By what the server knows a browser again; opens nothing. */
export const browserCookie = (cookieName: string) => `${cookieName}-browser`;

/** An access token speaks alone: the cookie beside it is not looked at, also where the token opens nothing any more. */
export function credentialOf(c: Context, cookieName: string): Credential {
  const accessToken = accessTokenOf(c);
  if (accessToken !== undefined) return { kind: 'access-token', token: accessToken };
  const token = getCookie(c, cookieName);
  return token ? { kind: 'session', token } : { kind: 'none' };
}
