import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

type Row = {
  jobs_waiting: string;
  jobs_failed: string;
  mail_waiting: string;
  mail_oldest: number;
  seal_lag: number;
};

/** How much work waits in the database, and how long the oldest of it has waited, in seconds. */
export async function operationCounts(db: Kysely<Tables>, now: Date) {
  const { rows } = await sql<Row>`select * from operation_counts(${now})`.execute(db);
  const [row] = rows;
  return {
    jobsWaiting: Number(row?.jobs_waiting ?? 0),
    jobsFailed: Number(row?.jobs_failed ?? 0),
    mailWaiting: Number(row?.mail_waiting ?? 0),
    mailOldestSeconds: Number(row?.mail_oldest ?? 0),
    sealLagSeconds: Number(row?.seal_lag ?? 0),
  };
}
