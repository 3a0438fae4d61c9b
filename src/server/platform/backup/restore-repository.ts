import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { jobSchema } from '../jobs/migrate-jobs.ts';
import { jobTable } from './backup-repository.ts';

const quoted = (names: readonly string[]) => names.map((name) => pg.escapeIdentifier(name)).join(', ');

/** Connections of anybody to this database: a Mamori that runs on it has some at any time. PostgreSQL's own workers are nobody's. */
export async function otherConnections(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null`,
  );
  return rows[0]?.others ?? 0;
}

export type Found = 'nothing' | 'empty' | 'filled' | 'foreign';

/** What the database holds: nothing at all, a Mamori nobody used yet, one in use, or something else. */
export async function whatIsThere(client: pg.Client): Promise<Found> {
  const { rows } = await client.query<{ tables: boolean; ours: boolean }>(
    `select exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as tables,
      to_regclass('public.migration') is not null and to_regclass('public.person') is not null as ours`,
  );
  const { tables, ours } = rows[0] ?? {};
  if (!ours) return tables ? 'foreign' : 'nothing';
  await client.query("set local app.scope = 'system'");
  const used = await client.query<{ used: boolean }>(
    'select exists (select from public.person) or exists (select from public.facility) as used',
  );
  await client.query("set local app.scope = ''");
  return used.rows[0]?.used ? 'filled' : 'empty';
}

export async function isMigrated(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    "select to_regclass('public.migration') is not null as found",
  );
  return rows[0]?.found === true;
}

export async function appliedMigrations(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by name');
  return rows.map(({ name }) => name);
}

/** Rows come in by COPY, which knows no row security and minds no order of the tables. */
const opening = `
  select format('alter table public.%I no force row level security', relname) as statement from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relforcerowsecurity
  union all
  select format('alter table public.%I disable trigger user', relname) from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
  union all
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`;
const closing = `
  select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as statement
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
  union all
  select format('alter table public.%I enable trigger user', relname) from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
  union all
  select format('alter table public.%I force row level security', relname) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relforcerowsecurity`;

type EachDone = () => Promise<void>;

/** Opens the empty tables for rows; gives back what closes them again, which checks every foreign key. */
export async function openTables(client: pg.Client): Promise<(eachDone: EachDone) => Promise<void>> {
  const run = async (statements: readonly { statement: string }[], eachDone: EachDone) => {
    for (const { statement } of statements) {
      await client.query(statement);
      await eachDone();
    }
  };
  const { rows: back } = await client.query<{ statement: string }>(closing);
  await run((await client.query<{ statement: string }>(opening)).rows, async () => undefined);
  return (eachDone) => run(back, eachDone);
}

/** Some rows come with the migrations; those of the backup take their place. */
export const emptyTable = (client: pg.Client, table: string) => client.query(`delete from public.${quoted([table])}`);

export async function loadRows(
  client: pg.Client,
  { name, columns }: { readonly name: string; readonly columns: readonly string[] },
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const place = name === jobTable ? `pg_temp.${jobTable}` : `public.${quoted([name])}`;
  await pipeline(rows, client.query(from(`copy ${place} (${quoted(columns)}) from stdin`)));
}

/** Jobs go in by the queue's own door, whatever its tables look like; those of the database before are gone. The table ends with the connection. */
export const openJobs = (client: pg.Client) =>
  client.query(`delete from ${jobSchema}._private_jobs;
    create temp table ${jobTable} (task_identifier text, payload json, run_at timestamptz, key text)`);
export const takeJobs = (client: pg.Client) =>
  client.query(
    `select ${jobSchema}.add_job(task_identifier, payload, run_at := run_at, job_key := key) from pg_temp.${jobTable}`,
  );
