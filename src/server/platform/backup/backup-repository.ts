import pg from 'pg';
import { jobSchema } from '../jobs/migrate-jobs.ts';

/** Tables whose rows no backup holds, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  session: 'a stolen copy must open no door, and whoever was signed out stays so',
  passkey_challenge: 'good for five minutes',
  sso_attempt: 'good for minutes',
  reset_link: 'a used or replaced link would open again',
  reset_request: 'asked for again by whoever still needs it',
  setup_link: 'made anew by a command',
  rate_count: 'counts of the last minutes',
  backup_run: 'what the schedule of this installation did',
  migration: 'written by the migrations themselves',
  migration_lock: 'written by the migrations themselves',
};

/** Jobs that lose something where they are lost; the others ask for themselves again. */
const carriedJobs = ['mail.send', 'mail.purge', 'sheet.areas-assigned', 'plan.due-again'];
export const jobTable = 'waiting_job';

export type BackedUpTable = { readonly name: string; readonly columns: readonly string[]; readonly select: string };

/**
 * Numbers of transactions belong to their cluster and are made anew. Rows come in the order of their key, byte by byte, so
 * that the same rows give the same text in every database.
 */
const tablesQuery = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    ) as columns,
    (select string_agg(format(case when a.attcollation = 0 then '%I' else '%I collate "C"' end, a.attname), ', ' order by k.place)
      from pg_index i, unnest(i.indkey::int2[]) with ordinality k (attnum, place)
        join pg_attribute a on a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> all ($1) order by c.relname collate "C"`;

const jobs: BackedUpTable = {
  name: jobTable,
  columns: ['task_identifier', 'payload', 'run_at', 'key'],
  select: `select j.task_identifier, p.payload, j.run_at, j.key from ${jobSchema}.jobs j join ${jobSchema}._private_jobs p using (id)
    where j.task_identifier in (${carriedJobs.map((kind) => pg.escapeLiteral(kind)).join(', ')}) order by j.id`,
};

/** The tables a backup is made of, as this connection's database has them now. */
export async function backedUpTables(client: pg.Client): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string | null }>(tablesQuery, [
    Object.keys(leftOut),
  ]);
  return rows.map(({ name, columns, key }) => {
    if (!key) throw new Error(`${name} has no primary key`);
    const listed = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    return { name, columns, select: `select ${listed} from public.${pg.escapeIdentifier(name)} order by ${key}` };
  });
}

export const waitingJobs = jobs;

/** What would be missing from a backup without a word: rows behind a policy, and positions of sequences. */
const unreadableQuery = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relname <> all ($1)
    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_read')
  union all select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`;

export async function refuseUnreadable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(unreadableQuery, [Object.keys(leftOut)]);
  if (rows.length > 0) throw new Error(`a backup cannot read: ${rows.map(({ name }) => name).join(', ')}`);
}

/** The text of values must not depend on how a server or role is set. */
const settings = [
  "set local client_encoding = 'UTF8'",
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  "set local bytea_output = 'hex'",
  'set local extra_float_digits = 1',
  'set local statement_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
].join('; ');

export const settle = (client: pg.Client) => client.query(settings);

/** One snapshot of everything, which keeps no writer waiting. */
export async function openSnapshot(client: pg.Client): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  await settle(client);
  await client.query("set local search_path = 'pg_catalog', 'public'; set local app.scope = 'backup'");
}

export type Facts = {
  readonly postgres: string;
  readonly at: Date;
  readonly migrations: readonly string[];
};

export async function readFacts(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query<{ postgres: string; at: Date; migrations: string[] }>(
    `select current_setting('server_version') as postgres, now() as at,
      (select array_agg(name order by name) from migration) as migrations`,
  );
  if (!rows[0]) throw new Error('no answer');
  return rows[0];
}
