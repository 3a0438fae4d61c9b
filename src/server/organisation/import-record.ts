import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { ImportReport } from '#core/organisation/import-report.ts';
import type { RegisterImport } from '#core/organisation/register-shape.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';

export type ImportStart = { readonly startedBy: string | null; readonly fileName: string; readonly now: Date };
export type ImportBegun = { readonly importId: string } | { readonly running: string };
export type ImportCounts = { rowsRead: number; bytesRead: number; bytesTotal: number | null };

/** An import that has not been heard of for so long was cut off with its process; one heard of in the future too. */
const silenceSeconds = 15;
const cutOff = sql<boolean>`(state = 'running' and abs(extract(epoch from clock_timestamp() - progress_at)) > ${silenceSeconds}::int)`;

const importLock = sql`hashtextextended('organisation.register-import', 0)`;

/** One import at a time, on however many processes: the lock lasts as long as the transaction. */
async function tryImportLock(tx: SystemTx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${importLock}) as held`.execute(tx);
  return rows[0]?.held ?? false;
}

/** The lock for the import itself; somebody who asks at that moment whether one is running holds it for an instant. */
export async function takeImportLock(tx: SystemTx): Promise<void> {
  await sql`set local lock_timeout = '30s'`.execute(tx);
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(tx);
  await sql`set local lock_timeout to default`.execute(tx);
}

/** Enters a new import as running, unless another one is. */
export function beginImport(db: Kysely<Tables>, { startedBy, fileName, now }: ImportStart): Promise<ImportBegun> {
  return asSystem(db, async (tx) => {
    const free = await tryImportLock(tx);
    if (free) await tx.updateTable('register_import').set({ state: 'failed' }).where(cutOff).execute();
    const running = await tx
      .selectFrom('register_import')
      .select('id')
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (running) return { running: running.id };
    const importId = randomUUID();
    const start = { id: importId, started_at: now, started_by: startedBy, file_name: fileName, state: 'running' };
    await tx
      .insertInto('register_import')
      .values({ ...start, finished_at: null, bytes_total: null })
      .execute();
    return { importId };
  });
}

export async function noteProgress(db: Kysely<Tables>, importId: string, counts: ImportCounts): Promise<void> {
  await asSystem(db, (tx) =>
    tx
      .updateTable('register_import')
      .set({ rows_read: counts.rowsRead, bytes_read: counts.bytesRead, bytes_total: counts.bytesTotal })
      .set({ progress_at: sql`clock_timestamp()` })
      .where('id', '=', importId)
      .where('state', '=', 'running')
      .execute(),
  );
}

/** Who began an import; null where it came by a command. */
export async function findImporter(tx: SystemTx, importId: string): Promise<string | null> {
  const found = tx.selectFrom('register_import').select('started_by').where('id', '=', importId);
  return (await found.executeTakeFirst())?.started_by ?? null;
}

/** Written in the transaction of the import where it applied, so that the record is true whenever it stands there. */
export async function finishImport(tx: SystemTx, importId: string, report: ImportReport): Promise<void> {
  await tx
    .updateTable('register_import')
    .set({ state: report.outcome, rows_read: report.rowsRead, report: JSON.stringify(report) })
    .set({ finished_at: sql`clock_timestamp()` })
    .where('id', '=', importId)
    .execute();
}

export async function failImport(db: Kysely<Tables>, importId: string): Promise<void> {
  await asSystem(db, (tx) =>
    tx
      .updateTable('register_import')
      .set({ state: 'failed', finished_at: sql`clock_timestamp()` })
      .where('id', '=', importId)
      .execute(),
  );
}

const columns = ['id', 'file_name', 'started_at', 'finished_at', 'rows_read', 'bytes_read', 'bytes_total'] as const;

function imports(tx: SystemTx) {
  const state = sql<RegisterImport['state']>`case when ${cutOff} then 'failed' else state end`;
  return tx.selectFrom('register_import').select(columns).select(state.as('state'));
}

function asImport(row: Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>) {
  const total = Number(row.bytes_total ?? 0);
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    rowsRead: row.rows_read,
    share: row.state === 'applied' ? 1 : total > 0 ? Math.min(1, Number(row.bytes_read) / total) : 0,
  };
}

export function readImport(db: Kysely<Tables>, importId: string): Promise<RegisterImport | undefined> {
  return asSystem(db, async (tx) => {
    const row = await imports(tx).select('report').where('id', '=', importId).executeTakeFirst();
    return row && { ...asImport(row), report: row.report as ImportReport | null };
  });
}

export function listImports(db: Kysely<Tables>): Promise<Omit<RegisterImport, 'report'>[]> {
  return asSystem(db, async (tx) => {
    const rows = await imports(tx).orderBy('started_at', 'desc').limit(20).execute();
    return rows.map((row) => asImport(row));
  });
}
