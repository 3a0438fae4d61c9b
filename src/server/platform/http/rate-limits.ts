import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Kysely } from 'kysely';
import { callsLeft, mostOfBrowser, type RateLimit, secondsToWait, sharedLimit } from '#core/kernel/rate-limit.ts';
import type { Tables } from '../database/tables.ts';
import { callCounter } from './call-counter.ts';
import type { Actor } from './context.ts';
import { browserCookie } from './credential.ts';
import type { Endpoint } from './endpoints.ts';
import { countTogether } from './rate-repository.ts';

/**
 * `ordinary` what a signed-in person or a program reads and saves; `costly` reports, files and imports; `door` what
 * anybody may send to get in; `stranger` everything else of those who are not signed in, by address.
 */
export const rateClasses = ['ordinary', 'costly', 'door', 'stranger'] as const;
export type RateClass = (typeof rateClasses)[number];
export type RateLimits = Readonly<Record<RateClass, RateLimit>>;

/** Generous for a hospital of 600 behind one address at nine o'clock, and for whoever answers three questions a second. */
export const usualRateLimits: RateLimits = {
  ordinary: { most: 1_200, seconds: 60 },
  costly: { most: 120, seconds: 600 },
  door: { most: 3_000, seconds: 600 },
  stranger: { most: 6_000, seconds: 60 },
};

export type CallLimits = {
  /** Counts a call before its body is read; false where it is one too many. The headers of the answer say how it stands. */
  readonly admit: (c: Context, endpoint: Endpoint, actor: Actor | undefined) => Promise<boolean>;
};

/** Whether somebody has signed in with the browser that keeps the secret. */
export type IsKnownBrowser = (db: Kysely<Tables>, secret: string) => Promise<boolean>;

type Parts = {
  readonly db: Kysely<Tables>;
  readonly cookie: { readonly name: string };
  readonly isKnownBrowser?: IsKnownBrowser;
  readonly limits: RateLimits;
  readonly addressOf: (c: Context) => string;
  readonly now: () => Date;
  /** Told of every call that is one too many. */
  readonly onOverLimit?: ((kind: RateClass) => void) | undefined;
};

function classOf({ access, costly, method }: Endpoint, actor: Actor | undefined): RateClass {
  if (access.kind === 'public') return method === 'GET' ? 'stranger' : 'door';
  if (!actor) return 'stranger';
  return costly ? 'costly' : 'ordinary';
}

/** A program takes nothing from what its person does at the screen; all programs of a person share one count. */
const callerOf = ({ accessToken, personId }: Actor) => `${accessToken ? 'programs' : 'person'}:${personId}`;

/** A single program gets half, so that one of several that runs wild leaves the others something. */
const halved = ({ most, seconds }: RateLimit): RateLimit => ({ most: Math.max(1, Math.floor(most / 2)), seconds });

type Count = {
  readonly key: string;
  readonly limit: RateLimit;
  /** The limit the answer tells, where it is another. */
  readonly told?: RateLimit;
};

function countsOf(kind: RateClass, limit: RateLimit, actor: Actor): readonly Count[] {
  const own = { key: `${kind}:${callerOf(actor)}`, limit };
  if (!actor.accessToken) return [own];
  return [{ key: `${kind}:token:${actor.accessToken.id}`, limit: halved(limit) }, own];
}

const isShared = (kind: RateClass) => kind === 'costly' || kind === 'door';

function tell(c: Context, kind: RateClass, count: Count, at: { paidUntil: number; now: number; taken: boolean }) {
  const { told: limit = count.limit } = count;
  const wait = secondsToWait(at.paidUntil, at.now, limit);
  const back = Math.max(0, Math.ceil((at.paidUntil - at.now) / 1000));
  c.header('RateLimit-Policy', `"${kind}";q=${limit.most};w=${limit.seconds}`);
  c.header('RateLimit', `"${kind}";r=${callsLeft(at.paidUntil, at.now, limit)};t=${back}`);
  c.header('Retry-After', at.taken ? undefined : String(Math.max(1, wait)));
}

/** Counts in the memory of this process what is cheap, and in the database for all processes what is dear. */
function counting({ db, now }: Parts) {
  const counter = callCounter();
  return async (c: Context, kind: RateClass, count: Count): Promise<boolean> => {
    const { key, limit } = count;
    const at = now();
    const counted = isShared(kind) ? await countTogether(db, key, at, limit) : counter.count(key, at.getTime(), limit);
    tell(c, kind, count, { ...counted, now: at.getTime() });
    return counted.taken;
  };
}

const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex');

/**
 * Counts who is not signed in by address; once others have used most of that up, by the browser where this server knows
 * it. It is looked for only then, so that the usual call costs nothing more.
 */
function strangersCount(parts: Parts, take: ReturnType<typeof counting>) {
  const { db, cookie, addressOf, isKnownBrowser } = parts;
  return async (c: Context, kind: RateClass): Promise<boolean> => {
    const limit = parts.limits[kind];
    const address = { key: `${kind}:address:${addressOf(c)}`, limit };
    const secret = getCookie(c, browserCookie(cookie.name));
    if (!secret || !isKnownBrowser) return take(c, kind, address);
    if (await take(c, kind, { ...address, limit: sharedLimit(limit), told: limit })) return true;
    if (!(await isKnownBrowser(db, secret))) return take(c, kind, address);
    const own = { most: mostOfBrowser(limit.most), seconds: limit.seconds };
    return take(c, kind, { key: `${kind}:browser:${hashed(secret)}`, limit: own });
  };
}

/** The limits of one process. */
export function callLimits(parts: Parts): CallLimits {
  const take = counting(parts);
  const admitStranger = strangersCount(parts, take);
  const isWithin = async (c: Context, kind: RateClass, actor: Actor | undefined): Promise<boolean> => {
    if (!actor) return admitStranger(c, kind);
    for (const count of countsOf(kind, parts.limits[kind], actor)) {
      if (!(await take(c, kind, count))) return false;
    }
    return true;
  };
  return {
    admit: async (c, endpoint, actor) => {
      const kind = classOf(endpoint, actor);
      const within = await isWithin(c, kind, actor);
      if (!within) parts.onOverLimit?.(kind);
      return within;
    },
  };
}
