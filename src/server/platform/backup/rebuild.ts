import type pg from 'pg';
import type { MigrationFile } from '../database/migration-files.ts';

/** What is in our schema and ours, in an order in which it can go; what belongs to an extension stays. */
const ownedQuery = `
  with own as (select oid from pg_roles where rolname = current_user),
  kept as (select objid from pg_depend where deptype = 'e')
  select format('drop %s if exists %s cascade', kind, string_agg(name, ', ')) as statement from (
    select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind,
      case c.relkind when 'v' then 1 when 'm' then 1 when 'S' then 3 else 2 end as turn, format('public.%I', c.relname) as name
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and c.relowner in (select oid from own) and c.oid not in (select objid from kept)
    union all
    select 'routine', 4, p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proowner in (select oid from own) and p.oid not in (select objid from kept)
    union all
    select 'type', 5, format('public.%I', t.typname) from pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and t.typowner in (select oid from own)
      and t.oid not in (select objid from kept)
  ) found group by kind, turn order by turn`;

export async function dropEverything(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(ownedQuery);
  for (const { statement } of rows) await client.query(statement);
}

/** The tables of the migrator, as it makes them itself. */
const migratorTables = `
  create table migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
  create table migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
  insert into migration_lock (id, is_locked) values ('migration_lock', 0)`;

/** Runs migrations in the transaction of the restore: that it was cut short leaves nothing of them. */
export async function applyWithin(client: pg.Client, migrations: readonly MigrationFile[]): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.migration') is not null as there",
  );
  if (!rows[0]?.there) await client.query(migratorTables);
  for (const { name, text } of migrations) {
    await client.query(text);
    await client.query('insert into migration (name, timestamp) values ($1, $2)', [name, new Date().toISOString()]);
  }
}
