import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Kysely } from 'kysely';
import { may, needsSecondFactor } from '#core/identity/role.ts';
import type { Access } from '#core/kernel/contract.ts';
import type { Tables } from '../database/tables.ts';
import type { Actor } from './context.ts';
import type { Endpoint } from './endpoints.ts';
import { type ErrorCode, refuse } from './error-response.ts';

export type ApiVariables = { actor?: Actor; endpoint: Endpoint };
export type FindActor = (
  db: Kysely<Tables>,
  of: {
    readonly token: string;
    readonly facilityId: string | undefined;
    readonly organisationId: string | undefined;
    readonly now: Date;
  },
) => Promise<Actor | undefined>;

type GuardParts = {
  readonly db: Kysely<Tables>;
  readonly findActor: FindActor;
  readonly cookie: { readonly name: string };
  readonly now: () => Date;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function refusalFor(access: Access, actor: Actor | undefined): ErrorCode | undefined {
  if (access.kind === 'public') return undefined;
  if (!actor) return 'sign-in-required';
  const beforeSecondFactor = access.kind === 'person' && access.beforeSecondFactor === true;
  const everyRole = [...actor.systemRoles, ...actor.anyRoles, ...actor.roles];
  if (!beforeSecondFactor && !actor.secondFactor && (actor.secondFactorEnrolled || needsSecondFactor(everyRole))) {
    return 'second-factor-required';
  }
  if (access.kind === 'system') return may(actor.systemRoles, access.permission) ? undefined : 'not-allowed';
  if (access.kind === 'facility' || access.kind === 'organisation') {
    if (actor.roles.length === 0) return 'not-found';
    return may(actor.roles, access.permission) ? undefined : 'not-allowed';
  }
  return undefined;
}

/** Session and permission of the matched endpoint, before the body is read. */
export function guard(endpoint: Endpoint, { db, findActor, cookie, now }: GuardParts): MiddlewareHandler {
  return async (c, next) => {
    c.set('endpoint', endpoint);
    const facilityId = c.req.param('facilityId');
    const organisationId = c.req.param('organisationId');
    if ([facilityId, organisationId].some((id) => id !== undefined && !uuid.test(id))) return refuse(c, 'not-found');
    if (endpoint.access.kind !== 'public') {
      const token = getCookie(c, cookie.name);
      // An organisation named in a facility's path is what the act is about, not where the person acts.
      const above = endpoint.access.kind === 'organisation' ? organisationId : undefined;
      const actor = token ? await findActor(db, { token, facilityId, organisationId: above, now: now() }) : undefined;
      const refusal = refusalFor(endpoint.access, actor);
      if (refusal) return refuse(c, refusal);
      c.set('actor', actor);
    }
    return next();
  };
}
