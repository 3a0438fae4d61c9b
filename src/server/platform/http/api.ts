import type { AnyContractProcedure, AnyContractRouter } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError } from '@orpc/server';
import { type Context, type Handler, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { may, type Role } from '#core/identity/role.ts';
import { recordRead } from '../activity/record-read.ts';
import type { Tables } from '../database/tables.ts';
import { inFacility } from '../database/transaction.ts';
import type { Outbox } from '../mail/outbox.ts';
import { declaredBodyWithin, wholeBodyWithin } from './body-size.ts';
import type { FacilityContext, RequestContext } from './context.ts';
import { asContractError, asInternalError, asUnreadable } from './contract-errors.ts';
import { type Endpoint, endpointsOf } from './endpoints.ts';
import { refuse } from './error-response.ts';
import { type ApiVariables, type FindActor, guard } from './guard.ts';
import { notFound, refused } from './refusal.ts';
import { refuseStrayQuery } from './stray-query.ts';
import { proceduresOf, type Served, type Streamed, streamedAt } from './streamed.ts';
import { refuseUnusableText } from './unusable-text.ts';

export type ApiOptions<C extends AnyContractRouter> = {
  readonly contract: C;
  readonly router: Served<C>;
  readonly db: Kysely<Tables>;
  readonly findActor: FindActor;
  readonly cookie: { readonly name: string; readonly secure: boolean };
  readonly addressOf: (c: Context) => string;
  readonly now: () => Date;
  readonly log: Logger;
  readonly outbox?: Outbox | undefined;
};

const prefix = '/api/v1';
/** The longest a browser keeps a cookie. */
const browserKeptSeconds = 400 * 24 * 60 * 60;
const honoPath = (path: string) => prefix + path.replaceAll(/\{(\w+)\}/g, ':$1');

/** What the contract wants noted of a reading, once a request: a file may be read in several transactions. */
function readNoter({ recordRead: read }: Endpoint, c: Context) {
  let noted = false;
  return async (facility: FacilityContext) => {
    if (read && !noted) await recordRead(facility, read, read.subject ? (c.req.param(read.subject) ?? null) : null);
    noted = true;
  };
}

/** Work inside the facility of the path; membership and permission are checked again in the work's own transaction. */
function facilityDoor(
  options: { readonly db: Kysely<Tables>; readonly now: Date; readonly outbox: Outbox | undefined },
  c: Context<{ Variables: ApiVariables }>,
) {
  const endpoint: Endpoint = c.get('endpoint');
  const noteRead = readNoter(endpoint, c);
  return async <T>(work: (context: FacilityContext) => Promise<T>): Promise<T> => {
    const actor = c.get('actor');
    const facilityId = c.req.param('facilityId');
    const { access } = endpoint;
    if (!actor || !facilityId || access.kind !== 'facility') throw notFound();
    const { personId, name: personName } = actor;
    const done = await inFacility(options.db, { facilityId, personId }, async (tx, held) => {
      const roles = held as readonly Role[];
      if (!may(roles, access.permission)) throw refused('not-allowed');
      const { now, outbox } = options;
      const facility = { tx, facilityId, personId, personName, roles, now, outbox };
      const value = await work(facility);
      await noteRead(facility);
      return { value };
    });
    if (!done) throw notFound();
    return done.value;
  };
}

function requestContext<C extends AnyContractRouter>(
  { db, now, addressOf, cookie, outbox }: ApiOptions<C>,
  c: Context<{ Variables: ApiVariables }>,
): RequestContext {
  const at = now();
  const { name, secure } = cookie;
  const kept = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;
  return {
    db,
    now: at,
    address: addressOf(c),
    userAgent: c.req.header('User-Agent') ?? '',
    actor: c.get('actor'),
    outbox,
    inFacility: facilityDoor({ db, now: at, outbox }, c),
    sessionToken: getCookie(c, name),
    startSession: (token) => setCookie(c, name, token, kept),
    endSession: () => deleteCookie(c, name, { path: '/', secure }),
    browserSecret: getCookie(c, `${name}-browser`),
    keepBrowser: (secret) => setCookie(c, `${name}-browser`, secret, { ...kept, maxAge: browserKeptSeconds }),
  };
}

/** The error to answer with; what no contract foresees is our own fault, logged and told without a word of it. */
function toldError(log: Logger, procedure: AnyContractProcedure, error: unknown): ORPCError<string, unknown> {
  const told = asContractError(procedure, error);
  if (told instanceof ORPCError && told.defined) return told;
  log.error({ err: told, path: procedure['~orpc'].route.path }, 'failed');
  return asInternalError(told);
}

function contractAnswer<C extends AnyContractRouter>(options: ApiOptions<C>): Handler<{ Variables: ApiVariables }> {
  const handler = new OpenAPIHandler<RequestContext>(proceduresOf(options.contract, options.router), {
    interceptors: [
      ({ next }) =>
        next().catch((error) => Promise.reject(error instanceof ORPCError && error.defined ? error : asUnreadable())),
    ],
    clientInterceptors: [
      async ({ next, procedure, input }) => {
        try {
          refuseUnusableText(input);
          return await next();
        } catch (error) {
          throw toldError(options.log, procedure, error);
        }
      },
    ],
  });
  return async (c) => {
    const context = requestContext(options, c);
    const { matched, response } = await handler.handle(c.req.raw, { prefix, context });
    return matched ? c.newResponse(response.body, response) : refuse(c, 'not-found');
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

/** The API under /api/v1: one guard per endpoint of the contract, then its procedure or its stream. */
export function buildApi<C extends AnyContractRouter>(options: ApiOptions<C>): Hono<{ Variables: ApiVariables }> {
  const { contract, router } = options;
  const app = new Hono<{ Variables: ApiVariables }>();
  const byContract = contractAnswer(options);
  for (const endpoint of endpointsOf(contract)) {
    const stream = streamedAt(router, endpoint.name);
    const withinSize = stream ? declaredBodyWithin(endpoint) : wholeBodyWithin(endpoint);
    const answer = stream ? streamedAnswer(options, stream) : byContract;
    app.on(
      endpoint.method,
      honoPath(endpoint.path),
      guard(endpoint, options),
      refuseStrayQuery(endpoint),
      withinSize,
      answer,
    );
  }
  return app;
}
