import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { jobSchema } from './migrate-jobs.ts';

export type Watch = {
  readonly everyMs: number;
  /** How long nobody may have said of a worker that it lives before its jobs go to others: longer than a connection takes to come back. */
  readonly absentMs: number;
};
export const usualWatch: Watch = { everyMs: 10_000, absentMs: 30_000 };

type Options = {
  /** Of the owner of the jobs. */
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** Ids of the workers of this process, as they are now. */
  readonly own: readonly string[];
  readonly watch: Watch;
};

/** Any number that means this and nothing else. */
const living = 20_260_026;
const retryMs = 2_000;

/** A session lock ends with the connection that holds it, hence with its process: that is how others learn of its death. */
const isHeld = (worker: string) => `exists (select from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2
  and l.classid = ${living} and l.objid = hashtext(${worker})::oid
  and l.database = (select oid from pg_database where datname = current_database()))`;

const keepQuery = `select pg_try_advisory_lock(${living}, hashtext(worker)) from unnest($1::text[]) worker
  where not ${isHeld('worker')}`;

const absentQuery = `select distinct locked_by as worker from ${jobSchema}._private_jobs
  where locked_at < now() - $1 * interval '1 millisecond' and not ${isHeld('locked_by')}`;

/** Else the database would hold the lock of a machine that vanished without a word for two hours. */
const soonMissed = `select set_config('tcp_keepalives_idle', '20', false), set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false)`;

type Absences = ReadonlyMap<string, number>;

/** Since when, in ms, each worker that is absent at `now` has been so without a break. */
export const absencesAt = (known: Absences, absent: readonly string[], now: number): Absences =>
  new Map(absent.map((worker) => [worker, known.get(worker) ?? now]));

async function look(client: pg.PoolClient, known: Absences, { log, own, watch }: Options): Promise<Absences> {
  await client.query(keepQuery, [own]);
  const { rows } = await client.query<{ worker: string }>(absentQuery, [watch.absentMs]);
  const now = performance.now();
  const absences = absencesAt(
    known,
    rows.map(({ worker }) => worker),
    now,
  );
  const dead = [...absences].flatMap(([worker, since]) => (now - since >= watch.absentMs ? [worker] : []));
  if (dead.length > 0) {
    await client.query(`select ${jobSchema}.force_unlock_workers($1::text[])`, [dead]);
    log.warn({ workers: dead }, 'jobs of a process that is gone are taken up');
  }
  return absences;
}

/** As long as one connection lasts. */
async function watchOnce(options: Options, signal: AbortSignal): Promise<void> {
  const client = await options.pool.connect();
  try {
    await client.query(soonMissed);
    let absences: Absences = new Map();
    while (!signal.aborted) {
      absences = await look(client, absences, options);
      await pause(options.watch.everyMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    client.release(true);
  }
}

/** Tells the other processes on this database that the workers of this one live, and gives back the jobs of those that do not. */
export function watchWorkers(options: Options): { stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const running = (async () => {
    while (!signal.aborted) {
      await watchOnce(options, signal).catch(
        (err) => signal.aborted || options.log.warn({ err }, 'watch over jobs lost'),
      );
      await pause(retryMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      ending.abort();
      return running;
    },
  };
}
