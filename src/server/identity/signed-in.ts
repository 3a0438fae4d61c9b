import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';

/** The person behind a request whose endpoint asks for one. */
export function signedIn({ actor }: RequestContext): Actor {
  if (!actor) throw refused('sign-in-required');
  return actor;
}
