import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Servers } from '../database/hosts/servers.ts';
import { migrate } from '../database/migrate.ts';
import { migrationFolder } from '../database/migration-files.ts';
import { emptyDatabase, type FreshDatabase } from '../database/testing/fresh-database.ts';
import { withClient } from '../database/with-client.ts';
import { restoreBackup } from './restore-backup.ts';
import { allRows, asSuperuser, filledDatabase } from './testing/filled-database.ts';
import { writeBackup } from './write-backup.ts';

let folder: string;
let file: string;
let later: string;
let source: FreshDatabase;
const opened: FreshDatabase[] = [];
const opening = async (database: Promise<FreshDatabase>) => {
  opened.push(await database);
  return database;
};
const quiet = () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restores-'));
  file = join(folder, 'whole');
  source = await opening(filledDatabase(4));
  await writeBackup({ owner: source.owner, file, passphrase: undefined, product: '0.1.0', secrets: {} });
  later = join(folder, 'migrations');
  await cp(migrationFolder, later, { recursive: true });
  await writeFile(
    join(later, '9999-later.sql'),
    `alter table person add column nickname text not null default 'なし';
     create table later (id uuid primary key);`,
  );
});
afterAll(async () => {
  for (const database of opened) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const nicknames = (database: FreshDatabase) =>
  asSuperuser(database, async (client) => (await client.query('select nickname from person')).rows);

test('a backup of an earlier state comes back at that state and is brought to the one of now', async () => {
  const target = await opening(emptyDatabase());
  const options = { owner: target.owner, file, passphrase: undefined, say: quiet, folder: later };
  await restoreBackup({ ...options, replace: false });
  expect(await nicknames(target)).toEqual([{ nickname: 'なし' }]);
  const said: string[] = [];
  await migrate({ owner: target.owner, say: (line) => said.push(line), folder: later });
  expect(said).toEqual([]);
  await restoreBackup({ ...options, replace: true });
  expect(await nicknames(target)).toEqual([{ nickname: 'なし' }]);
});

test('a connection about to end is waited for', async () => {
  const target = await opening(emptyDatabase());
  const leaving = withClient(target.owner, (client) => client.query('select pg_sleep(1)'));
  await restoreBackup({ owner: target.owner, file, passphrase: undefined, replace: false, say: () => undefined });
  await leaving;
});

test('of several hosts a restore goes to the one that takes writes', async () => {
  const target = await opening(emptyDatabase());
  const dead = { ...target.owner, host: '/nowhere' };
  const owner = { ...dead, servers: new Servers([dead, target.owner]) };
  await restoreBackup({ owner, file, passphrase: undefined, replace: false, say: quiet });
  expect(await allRows(target)).toEqual(await allRows(source));
});

/** Transactions that wrote the rows of one table, and whether one that has written is open at the end. */
async function restoredIn(keptEvery: number | undefined) {
  const target = await opening(emptyDatabase());
  let writing: boolean | undefined;
  const beforeCommit = async () => {
    const { rows } = await asSuperuser(target, (client) =>
      client.query(
        'select bool_or(backend_xid is not null) as writing from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    );
    writing = rows[0].writing;
  };
  const steps = keptEvery === undefined ? {} : { keptEvery };
  await restoreBackup({
    owner: target.owner,
    file,
    passphrase: undefined,
    replace: false,
    say: quiet,
    beforeCommit,
    ...steps,
  });
  expect(await allRows(target)).toEqual(await allRows(source));
  const { rows } = await asSuperuser(target, (client) =>
    client.query('select count(distinct xmin::text)::int as transactions from file_chunk'),
  );
  return { transactions: rows[0].transactions, writing };
}

test('a restore is one transaction; into a database that is thrown away it is many short ones, which hold up no seal', async () => {
  expect(await restoredIn(undefined)).toEqual({ transactions: 1, writing: true });
  expect(await restoredIn(100_000)).toEqual({ transactions: 4, writing: false });
});

test('an older Mamori leaves a newer database alone, whatever the backup is', async () => {
  const target = await opening(filledDatabase());
  await migrate({ owner: target.owner, say: quiet, folder: later });
  const older = restoreBackup({ owner: target.owner, file, passphrase: undefined, replace: true, say: quiet });
  await expect(older).rejects.toThrow('新しい版で使われていました（9999-later）');
  expect(await nicknames(target)).toEqual([{ nickname: 'なし' }]);
});

test('how far it is, is said while it proves the file, fills a table and compares', async () => {
  const target = await opening(emptyDatabase());
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10_000));
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  await restoreBackup({ owner: target.owner, file, passphrase: undefined, replace: false, say });
  vi.restoreAllMocks();
  const furthest = (words: string) => lines.filter((line) => line.startsWith(words) && line.endsWith('MB')).at(-1);
  expect(furthest('控えのファイルを確かめています… ')).toMatch(/ 2 MB$/);
  expect(furthest('file_chunk を戻しています… ')).toMatch(/ 2 MB$/);
  expect(furthest('戻した中身を、控えと照らしています… ')).toMatch(/ 2 MB$/);
});

/** A process of its own that restores, says where it is, and waits at the very end. */
const program = `
  const [module, owner, file] = process.argv.slice(1);
  const { restoreBackup } = await import(module);
  const say = (line) => console.log(line);
  await restoreBackup({ owner: JSON.parse(owner), file, passphrase: undefined, replace: true, say,
    beforeCommit: () => new Promise(() => { say('before the commit'); setInterval(() => {}, 1000); }) });`;

test.each(['file_chunk を戻しています…', '照らしています…', 'before the commit'])(
  'a restore killed at "%s" leaves what was there',
  async (moment) => {
    const target = await opening(filledDatabase());
    await asSuperuser(target, (client) => client.query("update person set name = '今の人'"));
    const before = await allRows(target);
    const module = join(import.meta.dirname, 'restore-backup.ts');
    const args = ['--input-type=module', '-e', program, module, JSON.stringify(target.owner), file];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface(child.stdout).on('line', (line) => line.endsWith(moment) && child.kill('SIGKILL'));
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    await vi.waitUntil(
      () =>
        withClient(target.owner, async (client) => {
          const { rows } = await client.query(
            'select count(*)::int as n from pg_stat_activity where datname = current_database()',
          );
          return rows[0].n === 1;
        }),
      { timeout: 30_000 },
    );
    expect(await allRows(target)).toEqual(before);
  },
);
