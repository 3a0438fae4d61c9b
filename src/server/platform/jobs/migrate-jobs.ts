import type pg from 'pg';

export const jobSchema = 'graphile_worker';

/** The newest migration of the graphile-worker that is installed. Loading it to find nothing to do would cost every start a third of a second. */
export const newestJobMigration = 19;

async function appliedMigration(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ found: boolean }>(
    `select to_regclass('${jobSchema}.migrations') is not null as found`,
  );
  if (!rows[0]?.found) return 0;
  const newest = await owner.query<{ id: number | null }>(`select max(id) as id from ${jobSchema}.migrations`);
  return newest.rows[0]?.id ?? 0;
}

/** Brings the tables of the jobs, which are graphile-worker's own, to the version that runs here. For the owner only. */
export async function migrateJobs(owner: pg.Pool): Promise<void> {
  if ((await appliedMigration(owner)) >= newestJobMigration) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  // Without a listener of ours it warns on the console; errors are told by the statement they hit.
  owner.on('connect', (client) => client.on('error', () => undefined));
  await runMigrations({ pgPool: owner, schema: jobSchema, logger: new Logger(() => () => undefined) });
}
