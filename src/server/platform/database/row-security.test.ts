import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leftOut } from '../backup/backup-repository.ts';
import { type FreshDatabase, freshDatabase } from './testing/fresh-database.ts';

/** Tables that belong to no facility, each with the reason why its rows are shared. */
const shared: Readonly<Record<string, string>> = {
  facility: 'the register: public facts of every institution',
  facility_search: 'what the register is searched by: public facts',
  register_import: 'imports of the register, for the system administrator',
  person: 'a person may belong to several facilities; read through membership only',
  person_secret: "a person's own",
  session: "a person's own",
  recovery_code: "a person's own",
  reset_link: 'opened by somebody who is not signed in; a facility only issues it',
  rate_count: 'calls counted by keys of the server, seen inside one function only',
  passkey: "a person's own",
  passkey_challenge: "a person's own, or nobody's yet",
  setup_link: 'before there is any facility',
  organisation: 'who stands above the facilities: public names',
  organisation_member: "people of an organisation above the facilities, behind the organisation's own scope",
  organisation_invitation: "links into an organisation, behind the organisation's own scope",
  reset_request: 'from somebody who is not signed in',
  mail: 'letters of facilities and of persons; a facility sees those it posted',
  notice_choice: "a person's own",
  sso_connection: "an organisation's provider, set up above the facilities",
  sso_group: "what an organisation's groups give, behind the organisation's own scope",
  sso_identity: "a person's own",
  sso_attempt: 'ways to a provider of those who are not signed in yet',
  system_event: 'sign-in failures and acts above the facilities',
  activity_seal: 'one chain of hashes over the log of all facilities',
  stage_tally: 'counts of facilities, behind the prefectures of an organisation',
  score_tally: 'counts of scores, read by the standing in a class alone',
  system_event_entry: 'hashes of acts above the facilities',
  form_draft: 'forms of the ministry on their way to becoming a version, for the system administrator',
  sheet_adoption: 'which version of a sheet the installation begins runs with: content for everybody',
  installed_sheet: 'versions of sheets published for the installation: content for everybody',
  backup_run: 'what the scheduled backups of the installation did',
};
/** Kept by the migrator, not by the application, which has no right to them. */
const migrator = ['migration', 'migration_lock'];

const tables = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'facility_id' and not a.attisdropped) as owned,
    (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary) as first_of_key,
    has_table_privilege('mamori_app', c.oid, 'select, insert, update, delete') as reachable
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

const foreignKeys = `
  select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, c.conname as name,
    exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname = 'facility_id')
      and exists (select 1 from pg_attribute a where a.attrelid = c.confrelid and a.attnum = any (c.confkey) and a.attname = 'facility_id')
      as carries
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`;

type Table = {
  name: string;
  enabled: boolean;
  forced: boolean;
  policies: number;
  owned: boolean;
  first_of_key: string;
  reachable: boolean;
};

/** What is wrong with the tables of a database; nothing where every row is behind a policy. */
async function faultsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Table>(tables);
  const own = rows.filter(({ name }) => !migrator.includes(name));
  const keys = await client.query<{ child: string; parent: string; name: string; carries: boolean }>(foreignKeys);
  const isOwned = new Map(own.map(({ name, owned }) => [name, owned && !(name in shared)]));
  return [
    ...rows
      .filter(({ name, reachable }) => migrator.includes(name) && reachable)
      .map(({ name }) => `${name}: reachable`),
    ...own
      .filter(({ enabled, forced, policies }) => !enabled || !forced || policies === 0)
      .map(({ name }) => `${name}: no forced policy`),
    ...own
      .filter(({ name, owned }) => !owned && !(name in shared))
      .map(({ name }) => `${name}: neither owned nor named as shared`),
    ...own
      .filter(({ name, first_of_key: key }) => isOwned.get(name) && key !== 'facility_id')
      .map(({ name }) => `${name}: facility_id is not first in its key`),
    ...keys.rows
      .filter(({ child, parent, carries }) => isOwned.get(child) && isOwned.get(parent) && !carries)
      .map(({ name }) => `${name}: does not carry facility_id`),
  ];
}

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('every table is behind a forced policy, and every key of a facility carries the facility', async () => {
  expect(await faultsOf(owner)).toEqual([]);
});

test('a table without a policy, and a key that could point at a neighbour, are found', async () => {
  await owner.query('begin');
  await owner.query('create table bare (facility_id uuid, id uuid primary key)');
  await owner.query('alter table evidence add constraint loose foreign key (added_by) references person');
  await owner.query('create unique index file_alone on file (id)');
  await owner.query('alter table evidence add constraint neighbour foreign key (file_id) references file (id)');
  expect(await faultsOf(owner)).toEqual([
    'bare: no forced policy',
    'bare: facility_id is not first in its key',
    'neighbour: does not carry facility_id',
  ]);
  await owner.query('rollback');
});

test('without a scope the application role sees nothing but what the register shows everybody', async () => {
  const app = new pg.Client(database.app);
  await app.connect();
  const { rows } = await owner.query<Table>(tables);
  for (const { name } of rows.filter((table) => !migrator.includes(table.name) && table.name !== 'facility_search')) {
    const { rowCount } = await app.query(`select 1 from ${name} limit 1`);
    expect({ name, rowCount }).toEqual({ name, rowCount: 0 });
  }
  await app.end();
});

test('the application role may neither change the past nor act as owner', async () => {
  const app = new pg.Client(database.app);
  await app.connect();
  for (const statement of [
    'update activity set act = act',
    'delete from activity',
    'update answer_history set note = note',
    'delete from answer',
    'update result set result = result',
    'drop table answer',
    'alter table answer disable row level security',
    'set role mamori_owner',
    'select * from migration',
    'select * from graphile_worker.jobs',
    'delete from activity_entry',
    'update activity_seal set hash = hash',
    "insert into activity_seal (number, previous, hash, count, sealed_at) values (1, '', 'x', 1, now())",
  ]) {
    await expect(app.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
  }
  await app.end();
});

test('a backup reads every table it does not leave out, each with a reason', async () => {
  const { rows } = await owner.query<{ name: string; readable: boolean }>(
    `select c.relname as name, exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_read'
        and p.polpermissive and p.polcmd = 'r' and p.polroles = array[c.relowner]) as readable
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  );
  expect(rows.filter(({ name, readable }) => readable === name in leftOut)).toEqual([]);
  expect(Object.keys(leftOut).filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
});

test('what a backup reads opens for the owner alone, never from within a function the application calls', async () => {
  await owner.query(`
    create function peek() returns bigint language sql security definer set search_path = public, pg_temp as
      'select count(*) from person';
    grant execute on function peek() to mamori_app;
    set app.scope = 'system';
    insert into person (id, name) values ('00000000-0000-4000-8000-000000000001', '山田');
    set app.scope = ''`);
  const seen = async (client: pg.Client, from: string) => {
    await client.query("set app.scope = 'backup'");
    return Number((await client.query(`select ${from} as seen`)).rows[0].seen);
  };
  const app = new pg.Client(database.app);
  await app.connect();
  expect({
    application: await seen(app, '(select count(*) from person)'),
    function: await seen(app, 'peek()'),
    owner: await seen(owner, '(select count(*) from person)'),
  }).toEqual({ application: 0, function: 0, owner: 1 });
  await app.end();
  await owner.query("set app.scope = ''");
});
