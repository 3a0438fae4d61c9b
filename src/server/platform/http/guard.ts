import type { Context, MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';
import { opensByToken } from '#core/identity/access-token.ts';
import { may, needsSecondFactor } from '#core/identity/role.ts';
import { isSteppedUp } from '#core/identity/step-up.ts';
import type { Access } from '#core/kernel/contract.ts';
import type { Tables } from '../database/tables.ts';
import type { Actor } from './context.ts';
import { type Credential, credentialOf } from './credential.ts';
import type { Endpoint } from './endpoints.ts';
import { type ErrorCode, refuse } from './error-response.ts';
import type { CallLimits } from './rate-limits.ts';

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
  readonly findTokenActor?: FindActor;
  readonly cookie: { readonly name: string };
  readonly limits: CallLimits;
  readonly now: () => Date;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

type Guarded = Exclude<Access, { kind: 'public' }>;

/** Last of all, so that only who may do the act at all is asked to prove to be there. */
function refusalFor(access: Guarded, actor: Actor, now: Date): ErrorCode | undefined {
  const refusal = rightsRefusal(access, actor);
  if (refusal || !access.stepUp) return refusal;
  return lacksSecondFactor(actor) || isSteppedUp(actor.steppedUpAt, now) ? undefined : 'step-up-required';
}

const lacksSecondFactor = ({ secondFactor, secondFactorEnrolled, systemRoles, anyRoles, roles }: Actor): boolean =>
  !secondFactor && (secondFactorEnrolled || needsSecondFactor([...systemRoles, ...anyRoles, ...roles]));

function refusalOfToken(access: Guarded, { scopes }: NonNullable<Actor['accessToken']>): ErrorCode | undefined {
  return opensByToken(access, scopes) ? undefined : 'not-for-access-token';
}

function rightsRefusal(access: Guarded, actor: Actor): ErrorCode | undefined {
  const beforeSecondFactor = access.kind === 'person' && access.beforeSecondFactor === true;
  if (!beforeSecondFactor && lacksSecondFactor(actor)) return 'second-factor-required';
  const inPlace = access.kind === 'facility' || access.kind === 'organisation';
  if (inPlace && actor.roles.length === 0) return 'not-found';
  const byToken = actor.accessToken && refusalOfToken(access, actor.accessToken);
  if (byToken) return byToken;
  if (access.kind === 'system') return may(actor.systemRoles, access.permission) ? undefined : 'not-allowed';
  if (inPlace) {
    return may(actor.roles, access.permission) ? undefined : 'not-allowed';
  }
  return undefined;
}

const nobody: FindActor = async () => undefined;

function refuseUnknown(c: Context, { kind }: Credential): Response {
  if (kind !== 'access-token') return refuse(c, 'sign-in-required');
  c.header('WWW-Authenticate', 'Bearer error="invalid_token"');
  return refuse(c, 'access-token-not-usable');
}

/** Session or access token, rate and permission of the matched endpoint, before the body is read. */
export function guard(endpoint: Endpoint, parts: GuardParts): MiddlewareHandler {
  const { db, findActor, findTokenActor = nobody, cookie, limits, now } = parts;
  return async (c, next) => {
    c.set('endpoint', endpoint);
    const facilityId = c.req.param('facilityId');
    const organisationId = c.req.param('organisationId');
    if ([facilityId, organisationId].some((id) => id !== undefined && !uuid.test(id))) return refuse(c, 'not-found');
    const credential = credentialOf(c, cookie.name);
    const find = credential.kind === 'access-token' ? findTokenActor : findActor;
    const looked = endpoint.access.kind !== 'public' && credential.kind !== 'none';
    // An organisation named in a facility's path is what the act is about, not where the person acts.
    const above = endpoint.access.kind === 'organisation' ? organisationId : undefined;
    const place = { facilityId, organisationId: above, now: now() };
    const actor = looked ? await find(db, { token: credential.token, ...place }) : undefined;
    if (!(await limits.admit(c, endpoint, actor))) return refuse(c, 'too-many');
    if (endpoint.access.kind !== 'public') {
      if (!actor) return refuseUnknown(c, credential);
      const refusal = refusalFor(endpoint.access, actor, now());
      if (refusal) return refuse(c, refusal);
      c.set('actor', actor);
    }
    return next();
  };
}
