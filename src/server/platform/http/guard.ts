import type { Context, MiddlewareHandler } from 'hono';
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
    readonly now: Date;
    /** Leaves the session as it was last seen. */
    readonly unattended: boolean;
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
  const everyRole = [...actor.systemRoles, ...actor.anyRoles];
  if (!beforeSecondFactor && !actor.secondFactor && (actor.secondFactorEnrolled || needsSecondFactor(everyRole))) {
    return 'second-factor-required';
  }
  if (access.kind === 'system') return may(actor.systemRoles, access.permission) ? undefined : 'not-allowed';
  if (access.kind === 'facility') {
    if (actor.roles.length === 0) return 'not-found';
    return may(actor.roles, access.permission) ? undefined : 'not-allowed';
  }
  return undefined;
}

/** Who asks, by the session the browser came with and as things stand now, or why that person may not. */
export async function admit(
  { access, unattended }: Endpoint,
  { db, findActor, cookie, now }: GuardParts,
  c: Context<{ Variables: ApiVariables }>,
): Promise<{ readonly actor?: Actor | undefined; readonly refusal?: ErrorCode | undefined }> {
  const token = getCookie(c, cookie.name);
  const facilityId = c.req.param('facilityId');
  const actor = token ? await findActor(db, { token, facilityId, now: now(), unattended }) : undefined;
  return { actor, refusal: refusalFor(access, actor) };
}

/** Session and permission of the matched endpoint, before the body is read. */
export function guard(endpoint: Endpoint, parts: GuardParts): MiddlewareHandler<{ Variables: ApiVariables }> {
  return async (c, next) => {
    c.set('endpoint', endpoint);
    const facilityId = c.req.param('facilityId');
    if (facilityId !== undefined && !uuid.test(facilityId)) return refuse(c, 'not-found');
    if (endpoint.access.kind !== 'public') {
      const { actor, refusal } = await admit(endpoint, parts, c);
      if (refusal) return refuse(c, refusal);
      if (actor) c.set('actor', actor);
    }
    return next();
  };
}
