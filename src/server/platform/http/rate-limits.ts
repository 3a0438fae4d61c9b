import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { callsLeft, type RateLimit, secondsToWait } from '#core/kernel/rate-limit.ts';
import type { Tables } from '../database/tables.ts';
import { callCounter } from './call-counter.ts';
import type { Actor } from './context.ts';
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

type Parts = {
  readonly db: Kysely<Tables>;
  readonly limits: RateLimits;
  readonly addressOf: (c: Context) => string;
  readonly now: () => Date;
};

function classOf({ access, costly, method }: Endpoint, actor: Actor | undefined): RateClass {
  if (access.kind === 'public') return method === 'GET' ? 'stranger' : 'door';
  if (!actor) return 'stranger';
  return costly ? 'costly' : 'ordinary';
}

/** A program takes nothing from what its person does at the screen; all programs of a person share one count. */
function callerOf(actor: Actor | undefined, address: string): string {
  if (!actor) return `address:${address}`;
  return `${actor.accessToken ? 'programs' : 'person'}:${actor.personId}`;
}

/** A single program gets half, so that one of several that runs wild leaves the others something. */
const halved = ({ most, seconds }: RateLimit): RateLimit => ({ most: Math.max(1, Math.floor(most / 2)), seconds });

type Count = { readonly key: string; readonly limit: RateLimit };

function countsOf(kind: RateClass, limit: RateLimit, actor: Actor | undefined, address: string): readonly Count[] {
  const own = { key: `${kind}:${callerOf(actor, address)}`, limit };
  if (!actor?.accessToken) return [own];
  return [{ key: `${kind}:token:${actor.accessToken.id}`, limit: halved(limit) }, own];
}

const isShared = (kind: RateClass) => kind === 'costly' || kind === 'door';

function tell(c: Context, kind: RateClass, { limit }: Count, at: { paidUntil: number; now: number; taken: boolean }) {
  const wait = secondsToWait(at.paidUntil, at.now, limit);
  const back = Math.max(0, Math.ceil((at.paidUntil - at.now) / 1000));
  c.header('RateLimit-Policy', `"${kind}";q=${limit.most};w=${limit.seconds}`);
  c.header('RateLimit', `"${kind}";r=${callsLeft(at.paidUntil, at.now, limit)};t=${back}`);
  if (!at.taken) c.header('Retry-After', String(Math.max(1, wait)));
}

/** The limits of one process: cheap calls are counted in its memory, dear ones and doors in the database for all processes. */
export function callLimits({ db, limits, addressOf, now }: Parts): CallLimits {
  const counter = callCounter();
  return {
    admit: async (c, endpoint, actor) => {
      const kind = classOf(endpoint, actor);
      const at = now();
      for (const count of countsOf(kind, limits[kind], actor, addressOf(c))) {
        const { key, limit } = count;
        const counted = isShared(kind)
          ? await countTogether(db, key, at, limit)
          : counter.count(key, at.getTime(), limit);
        tell(c, kind, count, { ...counted, now: at.getTime() });
        if (!counted.taken) return false;
      }
      return true;
    },
  };
}
