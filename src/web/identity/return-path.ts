const elsewhere = 'https://elsewhere.invalid';
const doors = ['/sign-in', '/second-factor'];

/**
 * The path to go back to after signing in: only a page of this site, never one of the doors themselves.
 * Anything else gives undefined.
 */
export function safeReturn(asked: unknown): string | undefined {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2000) return undefined;
  const url = URL.canParse(asked, elsewhere) ? new URL(asked, elsewhere) : undefined;
  if (url?.origin !== elsewhere || url.pathname.startsWith('//')) return undefined;
  if (doors.some((door) => url.pathname === door || url.pathname.startsWith(`${door}/`))) return undefined;
  return url.pathname + url.search;
}
