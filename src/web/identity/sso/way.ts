import { safeReturn } from '../return-path.ts';

const key = 'mamori.sso-return';

/** Leaves for the organisation's provider; the page to come back to is kept in this tab. */
export function leaveFor(url: string, back: string | undefined): void {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new Error('not an address of a provider');
  if (back === undefined) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, back);
  window.location.assign(url);
}

/** Where the way to the provider began; a page of this site or nothing. */
export function takeReturn(): string | undefined {
  const back = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return safeReturn(back);
}
