import { Kysely, PostgresDialect, sql } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { migrateJobs } from '../jobs/migrate-jobs.ts';
import { migrationFolder, readMigrations } from './migration-files.ts';

type Options = { readonly owner: pg.ClientConfig; readonly say: (line: string) => void; readonly folder?: string };

/** Kysely reports a missing migration as corruption; for the person it is an older Mamori on a newer database. */
export function refuseNewerDatabase(applied: readonly string[], known: readonly string[]): void {
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new CannotStart(
      `データベースは、この Mamori より新しい版で使われていました（${unknown.join('、')}）。新しい版の Mamori で起動してください。`,
    );
}

async function appliedNames(db: Kysely<unknown>): Promise<readonly string[]> {
  const table = await sql<{ found: string | null }>`select to_regclass('migration') as found`.execute(db);
  if (!table.rows[0]?.found) return [];
  return (await sql<{ name: string }>`select name from migration order by name`.execute(db)).rows.map(
    (row) => row.name,
  );
}

async function apply(db: Kysely<unknown>, provider: MigrationProvider): Promise<void> {
  const migrator = new Migrator({
    db,
    provider,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? '';
  if (error)
    throw new CannotStart(
      `データベースを新しい版に合わせられませんでした（${failed}）。何も変えていません: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
}

/** Brings the database to this version: all missing migrations in one transaction, under a lock, never backwards. */
export async function migrate({ owner, say, folder = migrationFolder }: Options): Promise<void> {
  const migrations = await readMigrations(folder);
  const provided = Object.fromEntries(
    migrations.map(({ name, text }) => [
      name,
      { up: async (on: Kysely<unknown>) => void (await sql.raw(text).execute(on)) },
    ]),
  );
  const pool = new pg.Pool({ ...owner, max: 2 });
  // A connection lost while idle is told by its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const applied = await appliedNames(db);
    refuseNewerDatabase(
      applied,
      migrations.map(({ name }) => name),
    );
    const waiting = migrations.length - applied.length;
    if (waiting > 0) {
      say(`データベースを新しい版に合わせています（${waiting} 件）…`);
      await apply(db, { getMigrations: async () => provided });
    }
    await migrateJobs(pool);
  } finally {
    await db.destroy();
  }
}
