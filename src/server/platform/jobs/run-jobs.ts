import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type {
  Job,
  JobHelpers,
  LogFunctionFactory,
  Task,
  TaskList,
  Worker,
  WorkerEvents,
  WorkerPool,
} from 'graphile-worker';
import type pg from 'pg';
import type { Logger as Log } from 'pino';
import { poolOf } from '../database/hosts/database-client.ts';
import { cutSilent } from '../database/silence.ts';
import { type Handler, type JobHandlers, type JobKind, jobKinds, type PayloadOf } from './job-kinds.ts';
import { jobSchema } from './migrate-jobs.ts';
import { usualWatch, type Watch, watchWorkers } from './watch-workers.ts';

type Options = {
  /** Owns the tables of the jobs; what a job does to ours, it does as the application. */
  readonly owner: pg.ClientConfig;
  readonly handlers: JobHandlers;
  readonly log: Log;
  /** No other process works on this database: whoever holds a job is dead. */
  readonly alone: boolean;
  readonly watch?: Watch;
};
export type Jobs = { stop(): Promise<void> };

type Library = typeof import('graphile-worker');

const atOnce = 2;
/** The listener and the watch keep one connection each for themselves. */
const connections = atOnce + 2;
const pollMs = 5_000;
const restartMs = 2_000;

/** The queue keeps and logs of a failure its kind alone; what went wrong stands in our log, without the payload. */
function taskOf<Kind extends JobKind>(kind: Kind, handler: Handler<Kind>, log: Log): Task {
  return async (payload: unknown, { job }: JobHelpers) => {
    try {
      await handler(jobKinds[kind].parse(payload) as PayloadOf<Kind>);
    } catch (err) {
      log.warn({ err, kind, job: job.id, attempt: job.attempts }, 'job failed');
      throw new Error(`${kind} failed`);
    }
  };
}

const tasksOf = (handlers: JobHandlers, log: Log): TaskList =>
  Object.fromEntries(
    (Object.keys(jobKinds) as JobKind[]).flatMap((kind) => {
      const handler = handlers[kind];
      return handler ? [[kind, taskOf(kind, handler as Handler<typeof kind>, log)]] : [];
    }),
  );

/** Its lines without their details, which hold the job with its payload. */
const quietly =
  (log: Log): LogFunctionFactory =>
  () =>
  (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ said: message.split('\n')[0] }, 'jobs');
  };

function openOwnerPool(owner: pg.ClientConfig, log: Log): pg.Pool {
  const pool = poolOf({ ...owner, max: connections, connectionTimeoutMillis: 10_000 });
  pool.on('error', (err) => log.warn({ err }, 'connection of the jobs lost'));
  pool.on('connect', cutSilent(owner));
  return pool;
}

/** Jobs of a process that was killed would stay taken for four hours. */
const releaseAbandoned = (pool: pg.Pool) =>
  pool.query(
    `select ${jobSchema}.force_unlock_workers(array_agg(distinct locked_by)) from ${jobSchema}._private_jobs where locked_by is not null`,
  );

/** The same for those of our own workers that ended with the database, which could not give them back. */
async function releaseOwn(pool: pg.Pool, ended: string[]): Promise<void> {
  if (ended.length === 0) return;
  await pool.query(`select ${jobSchema}.force_unlock_workers($1::text[])`, [ended]);
  ended.length = 0;
}

/** As delivered, a job that cannot be settled because the database is gone ends the whole process: nobody waits for that promise. */
const settledInTurn = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

const settledMs = 100;

/** A queue is free only once its job has been settled, a moment later: whoever looked before that would come back with the next poll. */
function lookAgain({ worker, job }: { readonly worker: Worker; readonly job: Job }): void {
  if (job.job_queue_id === null) return;
  setTimeout(() => worker.workerPool._active && worker.workerPool.nudge(1), settledMs).unref();
}

/**
 * Without the queue's own table of times: where a clock is set, that one asks for all that lies between at once, or for
 * nothing until the clock gets there.
 */
function beginWith(
  { Logger, runTaskList }: Library,
  { handlers, log }: Options,
  pgPool: pg.Pool,
  begun: string[],
): WorkerPool {
  const options = {
    pgPool,
    schema: jobSchema,
    concurrency: atOnce,
    pollInterval: pollMs,
    noHandleSignals: true,
    preset: { worker: settledInTurn },
    logger: new Logger(quietly(log)),
    events: new EventEmitter()
      .on('pool:create', ({ workerPool }) => begun.push(workerPool.id))
      .on('job:complete', lookAgain) as WorkerEvents,
  };
  return runTaskList(options, tasksOf(handlers, log), pgPool);
}

async function runUntil(ending: AbortSignal, options: Options, pool: pg.Pool, workers: string[]): Promise<void> {
  if (options.alone) await releaseAbandoned(pool);
  await releaseOwn(pool, workers);
  const workerPool = beginWith(await import('graphile-worker'), options, pool, workers);
  const stop = () => void Promise.resolve(workerPool.gracefulShutdown()).catch(() => undefined);
  if (ending.aborted) stop();
  ending.addEventListener('abort', stop, { once: true });
  await workerPool.promise.finally(() => ending.removeEventListener('abort', stop));
}

/** Runs jobs until it is stopped; one under way is waited for. Where the database is gone it begins again once it is back. */
export function startJobs(options: Options): Jobs {
  const { owner, log, alone, watch = usualWatch } = options;
  const pool = openOwnerPool(owner, log);
  const ending = new AbortController();
  const { signal } = ending;
  /** Ids of the workers that run, or ran until the database was lost. */
  const workers: string[] = [];
  const watching = alone ? undefined : watchWorkers({ pool, log, own: workers, watch });
  const running = (async () => {
    while (!signal.aborted) {
      await runUntil(signal, options, pool, workers).catch(
        (err) => signal.aborted || log.warn({ err }, 'jobs stopped'),
      );
      await pause(restartMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      ending.abort();
      await running;
      await watching?.stop();
      await pool.end();
    },
  };
}
