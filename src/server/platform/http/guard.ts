import type { Context, MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';
import { opensByToken } from '#core/identity/access-token.ts';
import { may, needsSecondFactor } from '#core/identity/role.ts';
import { isSteppedUp } from '#core/identity/step-up.ts';
import type { Access } from '#core/kernel/contract.ts';
import type { Tables } from '../database/tables.ts';
import type { Actor } from './context.ts';
import { credentialOf } from './credential.ts';
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
    /** Leaves the session as it was last seen. */
    readonly unattended: boolean;
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

type Finding = Omit<GuardParts, 'limits'>;
type Asking = Context<{ Variables: ApiVariables }>;

/** Who asks, by what the request came with and as things stand now. Where anybody may, nobody is looked for. */
async function findCaller({ access, unattended }: Endpoint, parts: Finding, c: Asking): Promise<Actor | undefined> {
  const { db, findActor, findTokenActor = nobody, cookie, now } = parts;
  const credential = credentialOf(c, cookie.name);
  if (access.kind === 'public' || credential.kind === 'none') return undefined;
  const find = credential.kind === 'access-token' ? findTokenActor : findActor;
  // An organisation named in a facility's path is what the act is about, not where the person acts.
  const organisationId = access.kind === 'organisation' ? c.req.param('organisationId') : undefined;
  const place = { facilityId: c.req.param('facilityId'), organisationId };
  return find(db, { token: credential.token, ...place, now: now(), unattended });
}

function refusalOf({ access }: Endpoint, actor: Actor | undefined, { cookie, now }: Finding, c: Asking) {
  if (access.kind === 'public') return undefined;
  if (actor) return refusalFor(access, actor, now());
  return credentialOf(c, cookie.name).kind === 'access-token' ? 'access-token-not-usable' : 'sign-in-required';
}

/** Who asks as things stand now, and why that person may not. */
export async function admit(endpoint: Endpoint, parts: Finding, c: Asking) {
  const actor = await findCaller(endpoint, parts, c);
  return { actor, refusal: refusalOf(endpoint, actor, parts, c) };
}

/** Session or access token, rate and permission of the matched endpoint, before the body is read. */
export function guard(endpoint: Endpoint, parts: GuardParts): MiddlewareHandler<{ Variables: ApiVariables }> {
  return async (c, next) => {
    c.set('endpoint', endpoint);
    const places = [c.req.param('facilityId'), c.req.param('organisationId')];
    if (places.some((id) => id !== undefined && !uuid.test(id))) return refuse(c, 'not-found');
    const { actor, refusal } = await admit(endpoint, parts, c);
    if (!(await parts.limits.admit(c, endpoint, actor))) return refuse(c, 'too-many');
    if (refusal === 'access-token-not-usable') c.header('WWW-Authenticate', 'Bearer error="invalid_token"');
    if (refusal) return refuse(c, refusal);
    if (actor) c.set('actor', actor);
    return next();
  };
}
