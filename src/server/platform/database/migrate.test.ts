import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from './testing/fresh-database.ts';
import { withClient } from './with-client.ts';

let folder: string;
let database: FreshDatabase;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  database = await emptyDatabase();
  said = [];
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const run = () => migrate({ owner: database.owner, say: (line) => said.push(line), folder });
const query = async (text: string) =>
  (await withClient(database.owner, (client) => client.query<Record<string, unknown>>(text))).rows;

test('several statements and function bodies of one file are run as they stand', async () => {
  await write(
    '0001-first.sql',
    `create table a (n int); insert into a values (1), (2);
    create function twice(n int) returns int language plpgsql as $$ begin return n * 2; end $$;`,
  );
  await run();
  expect(await query('select sum(twice(n))::int as sum from a')).toEqual([{ sum: 6 }]);
  expect(said).toEqual(['データベースを新しい版に合わせています（1 件）…']);
});

test('what was applied is not applied again, and only what is new runs', async () => {
  await write('0001-first.sql', 'create table a (n int)');
  await run();
  await write('0002-second.sql', 'insert into a values (7)');
  await run();
  await run();
  expect(await query('select n from a')).toEqual([{ n: 7 }]);
  expect(said).toHaveLength(2);
});

test('a migration that fails changes nothing, also not by the files before it', async () => {
  await write('0001-first.sql', 'create table a (n int)');
  await write('0002-second.sql', 'insert into a values (1); select nothing_like_this()');
  await expect(run()).rejects.toThrow(/0002-second.*何も変えていません/);
  expect(await query("select to_regclass('a') as found")).toEqual([{ found: null }]);
});

test('a database that a newer Mamori has migrated is refused by name and left alone', async () => {
  await write('0001-first.sql', 'create table a (n int)');
  await write('0002-future.sql', 'create table b (n int)');
  await run();
  await rm(join(folder, '0002-future.sql'));
  await write('0003-other.sql', 'create table c (n int)');
  await expect(run()).rejects.toThrow(/新しい版で使われていました（0002-future）/);
  expect(await query("select to_regclass('c') as found")).toEqual([{ found: null }]);
});

test('two that migrate at the same moment apply each file once', async () => {
  await write('0001-first.sql', 'create table a (n int); insert into a values (1); select pg_sleep(0.2)');
  await Promise.all([run(), run()]);
  expect(await query('select n from a')).toEqual([{ n: 1 }]);
});

test('the application role of a migrated database cannot create or own anything', async () => {
  const migrated = await freshDatabase();
  await expect(withClient(migrated.app, (client) => client.query('create table mine (n int)'))).rejects.toThrow(
    /permission denied/,
  );
  await migrated.drop();
});
