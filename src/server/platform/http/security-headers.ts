import type { MiddlewareHandler } from 'hono';
import { accessTokenOf } from './credential.ts';
import { errorBody } from './error-response.ts';

const fixed = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Content security policy of a page: everything from here, scripts and styles by the response's own nonce. */
export const pagePolicy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

/** Headers of every response; whatever sets its own policy keeps it. */
export function securityHeaders({ tls }: { readonly tls: boolean }): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(fixed)) c.res.headers.set(name, value);
    if (tls) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.res.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    }
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('Cache-Control'))
      c.res.headers.set('Cache-Control', 'no-store');
  };
}

/**
 * Acts that change something are taken from our own pages (or from programs, which send no origin) only. Behind a proxy
 * the public address tells what is ours, since the proxy may ask by another name. Beside an access token no cookie counts, so
 * that there is nothing another site could borrow; what a browser adds by itself, as for Basic authentication, is no token.
 */
export function ownOriginOnly(publicUrl: string | undefined): MiddlewareHandler {
  const own = publicUrl && new URL(publicUrl).origin;
  const isOwn = (origin: string, host: string | undefined) => (own ? origin === own : sameHost(origin, host));
  return async (c, next) => {
    const origin = c.req.header('Origin');
    const site = c.req.header('Sec-Fetch-Site');
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD';
    const byToken = accessTokenOf(c) !== undefined;
    const foreign = (origin !== undefined && !isOwn(origin, c.req.header('Host'))) || site === 'cross-site';
    if (safe || byToken || !foreign) return next();
    const { status, body } = errorBody('foreign-origin');
    return c.json(body, status);
  };
}

const sameHost = (origin: string, host: string | undefined) => URL.canParse(origin) && new URL(origin).host === host;
