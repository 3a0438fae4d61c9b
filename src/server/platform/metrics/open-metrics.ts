import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Gauge, Registry } from 'prom-client';
import type { Tables } from '../database/tables.ts';
import { operationCounts } from './operation-counts.ts';
import { type RequestMetrics, requestMetrics } from './request-metrics.ts';

export type Metrics = RequestMetrics & {
  /** Everything as Prometheus reads it. */
  readonly text: () => Promise<{ readonly type: string; readonly body: string }>;
};

export type MetricsParts = {
  readonly db: Kysely<Tables>;
  readonly pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;
  /** Open live streams of this process. */
  readonly streams: () => number;
  readonly version: string;
  /** Whether this process makes backups by itself, and when the last one of any process was finished, if there was one. */
  readonly backups: { readonly scheduled: boolean; readonly lastAt: () => Promise<Date | undefined> };
  readonly now: () => Date;
  /** How long the database is waited for, in milliseconds. */
  readonly patienceMs?: number;
};

type Prom = typeof import('prom-client');
type Reading = readonly [name: string, help: string, read: () => number];

/** A gauge that is read whenever it is asked for. */
function readGauge({ Gauge: NewGauge }: Prom, register: Registry, [name, help, read]: Reading): void {
  const gauge: Gauge = new NewGauge({ name, help, registers: [register], collect: () => gauge.set(read()) });
}

function processGauges(prom: Prom, register: Registry, { pool, streams, backups }: MetricsParts): void {
  const readings: readonly Reading[] = [
    ['mamori_database_connections', 'Connections the pool holds open.', () => pool.totalCount],
    ['mamori_database_connections_idle', 'Of these, the ones nobody uses.', () => pool.idleCount],
    ['mamori_database_waiting', 'Requests that wait for a connection.', () => pool.waitingCount],
    ['mamori_live_streams', 'Open live streams.', streams],
    ['mamori_backup_scheduled', 'Whether this process makes backups by itself.', () => Number(backups.scheduled)],
  ];
  for (const reading of readings) readGauge(prom, register, reading);
}

const counted = {
  jobsWaiting: ['mamori_jobs_waiting', 'Jobs whose time has come and that are not done.'],
  jobsFailed: ['mamori_jobs_failed', 'Jobs that failed and are tried again, or were given up within the last day.'],
  mailWaiting: ['mamori_mail_waiting', 'Letters in the outbox.'],
  mailOldestSeconds: ['mamori_mail_oldest_seconds', 'Age of the oldest letter in the outbox.'],
  sealLagSeconds: ['mamori_seal_lag_seconds', 'Age of the oldest row of the activity logs that has no seal.'],
} as const;

/** Prometheus gives a whole answer ten seconds; what the database does not tell by then is not waited for. */
const patienceMs = 3_000;

/** Asks, and waits no longer than that; one question at a time, so that a database that hangs does not take all connections. */
function impatient<T>(ask: () => Promise<T>, patience: number): () => Promise<T | undefined> {
  let asking: Promise<T | undefined> | undefined;
  return () => {
    asking ??= ask()
      .catch(() => undefined)
      .finally(() => {
        asking = undefined;
      });
    return Promise.race([asking, pause(patience, undefined, { ref: false })]);
  };
}

/**
 * What the database tells, asked for once for all its gauges. Where it is away they are left out, and `mamori_database_up`
 * says so.
 */
function databaseGauges({ Gauge: NewGauge }: Prom, register: Registry, parts: MetricsParts) {
  const { db, now, backups, patienceMs: patience = patienceMs } = parts;
  const make = (name: string, help: string) => new NewGauge({ name, help, registers: [register] });
  const up = make('mamori_database_up', 'Whether the database answered in time when it was asked just now.');
  const age = make('mamori_backup_age_seconds', 'Time since the last backup was finished.');
  const gauges = Object.entries(counted).map(([key, [name, help]]) => ({
    key: key as keyof typeof counted,
    gauge: make(name, help),
  }));
  const askCounts = impatient(() => operationCounts(db, now()), patience);
  const askBackup = impatient(backups.lastAt, patience);
  return async () => {
    const [counts, backupAt] = await Promise.all([askCounts(), askBackup()]);
    up.set(counts ? 1 : 0);
    for (const { key, gauge } of gauges) {
      gauge.remove();
      if (counts) gauge.set(counts[key]);
    }
    age.remove();
    if (backupAt) age.set((now().getTime() - backupAt.getTime()) / 1000);
  };
}

/** What this process tells of itself. Numbers only: no label names a person, a facility or an address. */
export async function openMetrics(parts: MetricsParts): Promise<Metrics> {
  const { default: prom } = await import('prom-client');
  const register = new prom.Registry();
  prom.collectDefaultMetrics({ register });
  processGauges(prom, register, parts);
  const askDatabase = databaseGauges(prom, register, parts);
  const build = new prom.Gauge({
    name: 'mamori_build_info',
    help: 'Which version runs.',
    labelNames: ['version', 'node'],
    registers: [register],
  });
  build.set({ version: parts.version, node: process.version }, 1);
  return {
    ...requestMetrics(prom, register),
    text: async () => {
      await askDatabase();
      return { type: register.contentType, body: await register.metrics() };
    },
  };
}
