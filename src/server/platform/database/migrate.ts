import { Kysely, PostgresDialect, sql } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import type pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { migrateJobs } from '../jobs/migrate-jobs.ts';
import { poolOf } from './hosts/database-client.ts';
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

/** Any number that means this and nothing else; processes that start at once take turns by it. */
const turn = 7_206_281_026;

async function bringUp(db: Kysely<unknown>, pool: pg.Pool, { say, folder = migrationFolder }: Options): Promise<void> {
  const migrations = Object.fromEntries(
    (await readMigrations(folder)).map(({ name, text }) => [
      name,
      { up: async (on: Kysely<unknown>) => void (await sql.raw(text).execute(on)) },
    ]),
  );
  const applied = await appliedNames(db);
  refuseNewerDatabase(applied, Object.keys(migrations));
  const waiting = Object.keys(migrations).length - applied.length;
  if (waiting > 0) {
    say(`データベースを新しい版に合わせています（${waiting} 件）…`);
    await apply(db, { getMigrations: async () => migrations });
  }
  await migrateJobs(pool);
}

/** Brings the database to this version: all missing migrations in one transaction, under a lock, never backwards. */
export async function migrate(options: Options): Promise<void> {
  const pool = poolOf({ ...options.owner, max: 3 });
  // A connection lost while idle is told by its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.connection().execute(async (held) => {
      // Given back when the connection ends.
      await sql`select pg_advisory_lock(${turn})`.execute(held);
      await bringUp(db, pool, options);
    });
  } finally {
    await db.destroy();
  }
}
