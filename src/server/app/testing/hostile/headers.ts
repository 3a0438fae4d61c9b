import type { HostileReply } from './send.ts';

/** Every header a reply of ours has by itself. */
const ours = new Set([
  ...['cache-control', 'connection', 'content-disposition', 'content-encoding', 'content-length', 'content-type'],
  ...['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'date', 'etag'],
  ...['keep-alive', 'permissions-policy', 'ratelimit', 'ratelimit-policy', 'referrer-policy', 'retry-after'],
  ...['set-cookie', 'transfer-encoding', 'vary', 'x-accel-buffering', 'x-content-type-options', 'x-frame-options'],
]);

/** A cookie of ours is a secret of 43 signs, or nothing where it is taken back. */
const ourCookie = /^mamori(-[a-z]+)?=([\w-]{43})?;/;

/** What stands in the head of a reply that we never put there: a line break in what was sent may have made it. */
export function injected({ headers }: HostileReply): readonly string[] {
  const names = Object.keys(headers).filter((name) => !ours.has(name));
  const cookies = (headers['set-cookie'] ?? []).filter((cookie) => !ourCookie.test(cookie));
  return [...names, ...cookies];
}
