import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { FacilityTx, OrganisationTx, PersonTx, SystemTx } from '../database/transaction.ts';
import { type JobKind, jobKinds, type PayloadOf } from './job-kinds.ts';

type AnyTx = FacilityTx | OrganisationTx | PersonTx | SystemTx;

type When = {
  /** Of jobs waiting under one name there is one: a later asking replaces the earlier. */
  readonly onlyOne?: string;
  readonly runAt?: Date;
};

/** Asks for a job, from within the transaction it belongs to: it runs once that has been committed, and never otherwise. */
export async function enqueue<Kind extends JobKind>(
  tx: AnyTx,
  kind: Kind,
  payload: PayloadOf<Kind>,
  { onlyOne, runAt }: When = {},
): Promise<void> {
  const named = JSON.stringify(jobKinds[kind].parse(payload));
  await sql`select enqueue_job(${kind}, ${named}::json, ${onlyOne ?? null}, ${runAt ?? null})`.execute(tx);
}

type Job<Kind extends JobKind> = { readonly payload: PayloadOf<Kind>; readonly onlyOne: string; readonly runAt: Date };

/** Asks for many jobs of one kind at once. */
export async function enqueueAll<Kind extends JobKind>(
  tx: AnyTx,
  kind: Kind,
  jobs: readonly Job<Kind>[],
): Promise<void> {
  const named = jobs.map(({ payload, ...when }) => ({ payload: jobKinds[kind].parse(payload), ...when }));
  await sql`select enqueue_jobs(${kind}, ${JSON.stringify(named)}::json)`.execute(tx);
}

/** Makes due what a clock that was ahead put off for longer than any job is; tells how many. */
export async function recallJobs(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ recalled: number }>`select recall_jobs() as recalled`.execute(db);
  return rows[0]?.recalled ?? 0;
}
