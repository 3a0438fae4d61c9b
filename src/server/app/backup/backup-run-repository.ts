import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Backup, BackupTrial } from '#core/app/backup-contract.ts';
import type { BackupsSoFar } from '#core/app/backup-due.ts';
import type { BackupFailure } from '#core/kernel/backup-failure.ts';
import type { SystemTx } from '../../platform/database/transaction.ts';

const listed = 40;

/** Any number that means this and nothing else. */
const turn = 7_206_281_027;

/** Whether no other backup of the schedule is under way; this connection has the turn then, until it ends. */
export async function takeTurn(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [turn]);
  return rows[0]?.taken === true;
}

/** Enters a backup as running, and the name of its file before anything of it is there. One that still stands as running was cut off with its process. */
export async function beginRun(tx: SystemTx, fileName: string, now: Date): Promise<string> {
  await tx
    .updateTable('backup_run')
    .set({ state: 'failed', failure: 'interrupted', finished_at: now })
    .where('state', '=', 'running')
    .execute();
  const id = randomUUID();
  await tx
    .insertInto('backup_run')
    .values({
      id,
      started_at: now,
      finished_at: null,
      failure: null,
      file_name: fileName,
      bytes: null,
      row_count: null,
      encrypted: null,
      trial_state: null,
      trial_failure: null,
      trial_at: null,
    })
    .execute();
  return id;
}

type Done = {
  readonly bytes: number;
  readonly rows: number;
  readonly encrypted: boolean;
  readonly copy: Backup['copy'];
};

/** Also where another took it for cut off meanwhile. */
export const saveDone = (tx: SystemTx, id: string, { bytes, rows, encrypted, copy }: Done, now: Date) =>
  tx
    .updateTable('backup_run')
    .set({
      state: 'done',
      failure: null,
      finished_at: now,
      bytes: String(bytes),
      row_count: String(rows),
      encrypted,
      copy_state: copy,
    })
    .where('id', '=', id)
    .execute();

export const saveFailed = (tx: SystemTx, id: string, failure: BackupFailure, now: Date) =>
  tx.updateTable('backup_run').set({ state: 'failed', failure, finished_at: now }).where('id', '=', id).execute();

export const saveTrial = (
  tx: SystemTx,
  id: string,
  { state, failure }: Pick<BackupTrial, 'state' | 'failure'>,
  now: Date,
) =>
  tx
    .updateTable('backup_run')
    .set({ trial_state: state, trial_failure: failure, trial_at: now })
    .where('id', '=', id)
    .execute();

/** When the newest restore test up to `latest` was passed. */
export async function lastPassedTrial(tx: SystemTx, latest: Date): Promise<Date | null> {
  const row = await tx
    .selectFrom('backup_run')
    .select('trial_at')
    .where('trial_state', '=', 'passed')
    .where('trial_at', '<=', latest)
    .orderBy('trial_at', 'desc')
    .executeTakeFirst();
  return row?.trial_at ?? null;
}

/** Files this installation made, by the time they were begun at. */
export const madeFiles = (tx: SystemTx) =>
  tx
    .selectFrom('backup_run')
    .select(['started_at as at', 'file_name as fileName'])
    .where('state', '=', 'done')
    .where('file_name', 'is not', null)
    .$narrowType<{ fileName: string }>()
    .execute();

/** Names of files that runs which failed may have left, whole or not. */
export async function failedFiles(tx: SystemTx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('backup_run')
    .select('file_name as fileName')
    .where('state', '=', 'failed')
    .where('file_name', 'is not', null)
    .$narrowType<{ fileName: string }>()
    .execute();
  return rows.map(({ fileName }) => fileName);
}

export async function listRuns(tx: SystemTx): Promise<readonly Backup[]> {
  const rows = await tx.selectFrom('backup_run').selectAll().orderBy('started_at', 'desc').limit(listed).execute();
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state: row.state,
    failure: row.failure,
    fileName: row.file_name,
    bytes: row.bytes === null ? null : Number(row.bytes),
    rows: row.row_count === null ? null : Number(row.row_count),
    encrypted: row.encrypted,
    copy: row.copy_state,
  }));
}

export async function lastTrial(tx: SystemTx, latest: Date): Promise<BackupTrial | null> {
  const row = await tx
    .selectFrom('backup_run')
    .select(['trial_at as at', 'trial_state as state', 'trial_failure as failure', 'file_name as fileName'])
    .where('trial_at', '<=', latest)
    .orderBy('trial_at', 'desc')
    .$narrowType<{ at: Date; state: BackupTrial['state'] }>()
    .executeTakeFirst();
  return row ?? null;
}

/** What the schedule goes by: when the installation was set up, and the newest backup begun up to `latest`. */
export async function backupsSoFar(tx: SystemTx, latest: Date): Promise<BackupsSoFar> {
  const { setUpAt } = await tx
    .selectFrom('system_event')
    .select((event) => event.fn.min<Date | null>('at').as('setUpAt'))
    .where('act', '=', 'identity.set-up')
    .executeTakeFirstOrThrow();
  const { begunAt } = await tx
    .selectFrom('backup_run')
    .select((run) => run.fn.max<Date | null>('started_at').as('begunAt'))
    .where('started_at', '<=', latest)
    .executeTakeFirstOrThrow();
  return { setUpAt, begunAt };
}

/** When the newest backup up to `latest` was finished; undefined where there is none yet. */
export async function lastFinishedAt(tx: SystemTx, latest: Date): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('backup_run')
    .select('finished_at')
    .where('state', '=', 'done')
    .where('finished_at', '<=', latest)
    .orderBy('finished_at', 'desc')
    .executeTakeFirst();
  return row?.finished_at ?? undefined;
}
