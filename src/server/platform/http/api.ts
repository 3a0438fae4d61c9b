import { AsyncIteratorClass, mapEventIterator } from '@orpc/client';
import type { AnyContractProcedure, AnyContractRouter } from '@orpc/contract';
import { StandardOpenAPIHandler } from '@orpc/openapi/standard';
import { ORPCError } from '@orpc/server';
import { toFetchBody, toFetchHeaders, toStandardLazyRequest } from '@orpc/standard-server-fetch';
import { type Context, type Handler, Hono, type MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { may, type Role } from '#core/identity/role.ts';
import type { Replica } from '../database/replica.ts';
import type { Tables } from '../database/tables.ts';
import { inFacility, inOrganisation } from '../database/transaction.ts';
import type { DiskRoom } from '../disk-room.ts';
import type { Outbox } from '../mail/outbox.ts';
import { declaredBodyWithin, wholeBodyWithin } from './body-size.ts';
import type { FacilityContext, OrganisationContext, RequestContext } from './context.ts';
import { asContractError, asInternalError, asUnreadable } from './contract-errors.ts';
import { browserCookie, credentialOf } from './credential.ts';
import { type Endpoint, endpointsOf } from './endpoints.ts';
import { refuse } from './error-response.ts';
import { type ApiVariables, admit, type FindActor, guard } from './guard.ts';
import { callLimits, type IsKnownBrowser, type RateClass, type RateLimits, usualRateLimits } from './rate-limits.ts';
import { noteTold, readNoter, tellsMore } from './read-note.ts';
import { notFound, refused } from './refusal.ts';
import { refuseStrayQuery } from './stray-query.ts';
import { proceduresOf, type Served, type Streamed, streamedAt } from './streamed.ts';
import { summaryDoor } from './summary-door.ts';
import { refuseUnusableText } from './unusable-text.ts';
import { whileRoom } from './with-room.ts';

export type ApiOptions<C extends AnyContractRouter> = {
  readonly contract: C;
  readonly router: Served<C>;
  readonly db: Kysely<Tables>;
  /** Where summaries are read from; undefined where all is read from the primary. */
  readonly replica?: Replica | undefined;
  readonly findActor: FindActor;
  /** Without one, no access token opens anything. */
  readonly findTokenActor?: FindActor;
  readonly rateLimits?: RateLimits;
  readonly onOverLimit?: ((kind: RateClass) => void) | undefined;
  /** Without one, all who are not signed in count by their address. */
  readonly isKnownBrowser?: IsKnownBrowser;
  readonly cookie: { readonly name: string; readonly secure: boolean };
  readonly addressOf: (c: Context) => string;
  readonly now: () => Date;
  readonly log: Logger;
  /** Told the ids of the facility and the person after every act that may have changed something of theirs. */
  readonly announce?: (ids: readonly string[]) => void;
  readonly outbox?: Outbox | undefined;
  /** Whether work in a facility that failed so is tried once more: what it lacked is at hand now. */
  readonly recover?: ((error: unknown) => Promise<boolean>) | undefined;
  readonly hasRoom?: DiskRoom | undefined;
};

const prefix = '/api/v1';
/** The longest a browser keeps a cookie. */
const browserKeptSeconds = 400 * 24 * 60 * 60;
const honoPath = (path: string) => prefix + path.replaceAll(/\{(\w+)\}/g, ':$1');

type DoorOptions = Pick<ApiOptions<AnyContractRouter>, 'recover'> & {
  readonly db: Kysely<Tables>;
  readonly now: Date;
  readonly outbox: Outbox | undefined;
};

/** Work inside the facility of the path; membership and permission are checked again in the work's own transaction. */
function facilityDoor(options: DoorOptions, c: Context<{ Variables: ApiVariables }>) {
  const endpoint: Endpoint = c.get('endpoint');
  const noteRead = readNoter(endpoint, c);
  return async <T>(work: (context: FacilityContext) => Promise<T>): Promise<T> => {
    const actor = c.get('actor');
    const facilityId = c.req.param('facilityId');
    const { access } = endpoint;
    if (!actor || !facilityId || access.kind !== 'facility') throw notFound();
    const entering = { facilityId, personId: actor.personId, now: options.now };
    const enter = <R>(inside: (context: FacilityContext) => Promise<R>) =>
      inFacility(options.db, { ...entering, accessToken: actor.accessToken?.id }, async (tx, held) => {
        const roles = held as readonly Role[];
        if (!may(roles, access.permission)) throw refused('not-allowed');
        const { outbox } = options;
        return inside({ tx, ...entering, personName: actor.name, roles, outbox });
      });
    const attempt = () =>
      enter(async (facility) => {
        const value = await work(facility);
        await noteRead(facility);
        return { value };
      });
    const again = async (error: unknown) => {
      if (await options.recover?.(error)) return attempt();
      throw error;
    };
    const done = await attempt()
      .catch(again)
      .catch(async (error) => {
        if (actor.roles.includes('supporter') && tellsMore(error))
          await enter((facility) => noteTold(endpoint, facility));
        throw error;
      });
    if (!done) throw notFound();
    return done.value;
  };
}

/** Work inside the organisation of the path, likewise. */
function organisationDoor(
  options: DoorOptions,
  c: Context<{ Variables: ApiVariables }>,
): RequestContext['inOrganisation'] {
  const { access }: Endpoint = c.get('endpoint');
  return async <T>(work: (context: OrganisationContext) => Promise<T>): Promise<T> => {
    const actor = c.get('actor');
    const organisationId = c.req.param('organisationId');
    if (!actor || !organisationId || access.kind !== 'organisation') throw notFound();
    const entering = { organisationId, personId: actor.personId };
    const { now, outbox } = options;
    const done = await inOrganisation(options.db, entering, async (tx, held) => {
      const roles = held as readonly Role[];
      if (!may(roles, access.permission)) throw refused('not-allowed');
      return { value: await work({ tx, ...entering, personName: actor.name, roles, now, outbox }) };
    });
    if (!done) throw notFound();
    return done.value;
  };
}

function requestContext<C extends AnyContractRouter>(
  options: ApiOptions<C>,
  c: Context<{ Variables: ApiVariables }>,
): RequestContext {
  const { db, replica, now, addressOf, cookie, outbox, recover } = options;
  const door = { db, now: now(), outbox, recover };
  const { name, secure } = cookie;
  const kept = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;
  const credential = credentialOf(c, name);
  return {
    db,
    now: door.now,
    address: addressOf(c),
    userAgent: c.req.header('User-Agent') ?? '',
    actor: c.get('actor'),
    outbox,
    inFacility: facilityDoor(door, c),
    inOrganisation: organisationDoor(door, c),
    fromOrganisation: summaryDoor(db, replica, (at) => organisationDoor({ ...door, db: at }, c)),
    asNow: async () => {
      const { actor, refusal } = await admit(c.get('endpoint'), options, c);
      if (refusal) throw refused(refusal);
      if (actor) c.set('actor', actor);
      return requestContext(options, c);
    },
    sessionToken: credential.kind === 'session' ? credential.token : undefined,
    startSession: (token) => setCookie(c, name, token, kept),
    endSession: () => deleteCookie(c, name, { path: '/', secure }),
    browserSecret: getCookie(c, browserCookie(name)),
    keepBrowser: (secret) => setCookie(c, browserCookie(name), secret, { ...kept, maxAge: browserKeptSeconds }),
  };
}

/** The error to answer with; what no contract foresees is our own fault, logged and told without a word of it. */
function toldError(log: Logger, procedure: AnyContractProcedure, error: unknown): ORPCError<string, unknown> {
  const told = asContractError(procedure, error);
  if (told instanceof ORPCError && told.defined) return told;
  log.error({ err: told, path: procedure['~orpc'].route.path }, 'failed');
  return asInternalError(told);
}

/** No proxy gathers a stream, and its connection, which carried it alone for long, ends with it. */
const streamHeaders = { 'X-Accel-Buffering': 'no', Connection: 'close' };

/** What goes on after the answer fails in the words of the contract too. */
function toldLater(output: unknown, told: (error: unknown) => unknown): unknown {
  if (!(output instanceof AsyncIteratorClass)) return output;
  return mapEventIterator(output, { value: async (value: unknown) => value, error: async (error) => told(error) });
}

function contractAnswer<C extends AnyContractRouter>(options: ApiOptions<C>): Handler<{ Variables: ApiVariables }> {
  const handler = new StandardOpenAPIHandler<RequestContext>(proceduresOf(options.contract, options.router), {
    interceptors: [
      ({ next }) =>
        next().catch((error) => Promise.reject(error instanceof ORPCError && error.defined ? error : asUnreadable())),
    ],
    clientInterceptors: [
      async ({ next, procedure, input }) => {
        try {
          refuseUnusableText(input);
          return toldLater(await next(), (error) => toldError(options.log, procedure, error));
        } catch (error) {
          throw toldError(options.log, procedure, error);
        }
      },
    ],
  });
  return async (c) => {
    const context = requestContext(options, c);
    const { matched, response } = await handler.handle(toStandardLazyRequest(c.req.raw), { prefix, context });
    if (!matched) return refuse(c, 'not-found');
    const headers = toFetchHeaders(response.headers);
    // A stream tells by itself that it still hears.
    const body = toFetchBody(response.body, headers, { eventIteratorKeepAliveEnabled: false });
    if (body instanceof FormData || body instanceof URLSearchParams) throw new TypeError('no answer is a form');
    const lasting = headers.get('content-type') === 'text/event-stream';
    for (const [name, value] of lasting ? Object.entries(streamHeaders) : []) c.header(name, value);
    return c.newResponse(body ?? null, { status: response.status as StatusCode, headers });
  };
}

function streamedAnswer<C extends AnyContractRouter>(
  options: ApiOptions<C>,
  { answer }: Streamed,
): Handler<{ Variables: ApiVariables }> {
  return async (c) => {
    try {
      return await answer(c, requestContext(options, c));
    } catch (error) {
      const told = toldError(options.log, c.get('endpoint').procedure, error);
      return c.json(told.toJSON(), told.status as ContentfulStatusCode);
    }
  };
}

/** Says whose affairs an act may have changed, once it is done. */
function announced({ announce }: Pick<ApiOptions<AnyContractRouter>, 'announce'>): MiddlewareHandler<{
  Variables: ApiVariables;
}> {
  return async (c, next) => {
    await next();
    if (['GET', 'HEAD'].includes(c.req.method) || c.res.status >= 400) return;
    announce?.([c.req.param('facilityId') ?? c.get('actor')?.personId ?? []].flat());
  };
}

/** The API under /api/v1: one guard per endpoint of the contract, then its procedure or its stream. */
export function buildApi<C extends AnyContractRouter>(options: ApiOptions<C>): Hono<{ Variables: ApiVariables }> {
  const { contract, router } = options;
  const app = new Hono<{ Variables: ApiVariables }>();
  const byContract = contractAnswer(options);
  const parts = { ...options, limits: callLimits({ ...options, limits: options.rateLimits ?? usualRateLimits }) };
  for (const endpoint of endpointsOf(contract)) {
    const stream = streamedAt(router, endpoint.name);
    const withinSize = stream ? declaredBodyWithin(endpoint) : wholeBodyWithin(endpoint);
    const answer = stream ? streamedAnswer(options, stream) : byContract;
    app.on(
      endpoint.method,
      honoPath(endpoint.path),
      guard(endpoint, parts),
      refuseStrayQuery(endpoint),
      withinSize,
      whileRoom(endpoint, options.hasRoom),
      announced(options),
      answer,
    );
  }
  return app;
}
