import type { Session } from '#core/identity/contract.ts';
import { safeReturn } from './return-path.ts';

/** The first page of a person: the one facility or organisation where there is one, the list where there are several, else the register. */
export function landingOf({ systemRoles, facilities, organisations }: Session): string {
  const own = facilities.filter(({ support }) => support === null).map(({ id }) => `/facilities/${id}`);
  const [first, second] = [...own, ...organisations.map(({ id }) => `/organisations/${id}`)];
  if (systemRoles.length > 0 && !first) return '/admin';
  return first && !second && systemRoles.length === 0 ? first : '/facilities';
}

/** Where it goes after a recovery code signed in: to the account, which says what to do now and leads on. */
export function recoveredPath(session: Session, asked?: string): string {
  return `/account?after=recovery-code&return=${encodeURIComponent(nextPath(session, asked))}`;
}

/** Where it goes after the second factor was first set up: to the recovery codes, which lead on. */
export function enrolledPath(session: Session, asked?: string): string {
  return `/account/recovery-codes?return=${encodeURIComponent(nextPath(session, asked))}`;
}

/**
 * Where the browser goes once a session stands: the missing second factor first, then the page asked for. What is
 * asked comes from the address, so anything that is not a page of this site is passed over.
 */
export function nextPath(session: Session, asked?: string): string {
  const path = safeReturn(asked) ?? landingOf(session);
  return session.pending === 'none' ? path : `/second-factor?return=${encodeURIComponent(path)}`;
}
