import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { verifyBackup } from '../platform/backup/restore-backup.ts';
import { allRows, asSuperuser, filledDatabase, ids } from '../platform/backup/testing/filled-database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { migrationFolder } from '../platform/database/migration-files.ts';
import { keepSecret } from '../platform/database/secret.ts';
import { emptyDatabase, type FreshDatabase } from '../platform/database/testing/fresh-database.ts';
import { withClient } from '../platform/database/with-client.ts';
import { backupCommand, progressLines } from './backup-command.ts';
import { openOwnerForBackup } from './command-database.ts';
import { restoreCommand } from './restore-command.ts';
import { readSettings } from './settings.ts';

let folder: string;
let source: FreshDatabase;
let target: FreshDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-command-'));
  source = await filledDatabase();
  target = await emptyDatabase();
});
afterAll(async () => {
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true, force: true });
});

const there = (name: string) => join(folder, name);
const machine = (name: string, env: NodeJS.ProcessEnv = {}) =>
  readSettings({ MAMORI_DATA_DIR: there(name), ...env }, { root: folder });
const keyOf = (name: string) => keepSecret(there(name), 'second-factor');

async function run(
  command: typeof backupCommand,
  { owner }: FreshDatabase,
  args: readonly string[],
  settings = machine('here'),
  open?: typeof openOwnerForBackup,
) {
  const said = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof said) => ({
    write: (text: string) => {
      said[stream] += text;
    },
  });
  const opened = { owner, close: async () => undefined };
  const streams = { stdout: into('stdout'), stderr: into('stderr') };
  const code = await command(args, streams, () => settings, open ?? (async () => opened));
  return { code, ...said };
}

test('a backup of one machine comes back on another, with the key its secrets are sealed with', async () => {
  const made = await run(backupCommand, source, [there('open'), '--format', 'json']);
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('暗号化していません') });
  expect(JSON.parse(made.stdout)).toMatchObject({ file: there('open'), encrypted: false });
  expect(await keyOf('there')).not.toBe(await keyOf('here'));
  const back = await run(restoreCommand, target, [there('open')], machine('there'));
  expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('戻しました') });
  expect(await keyOf('there')).toBe(await keyOf('here'));
  expect(await allRows(target)).toEqual(await allRows(source));
});

test('a database in use is not exchanged without a yes, where nobody can be asked', async () => {
  const silent = await run(restoreCommand, target, [there('open'), '--replace']);
  expect(silent).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--yes') });
  const said = await run(restoreCommand, target, [there('open'), '--replace', '--yes', '--format', 'json']);
  expect(said.code).toBe(0);
  expect(JSON.parse(said.stdout)).toMatchObject({ activityFindings: 0 });
});

test('who was erased since the backup is written down before the database that says so is exchanged', async () => {
  await asSuperuser(target, (client) =>
    client.query(`insert into system_event (id, at, act, subject)
      values (gen_random_uuid(), '2026-11-20T03:00:00Z', 'identity.person-erased', '${ids.person}')`),
  );
  const silent = await run(restoreCommand, target, [there('open'), '--replace']);
  expect(silent.code).toBe(2);
  const back = await run(restoreCommand, target, [there('open'), '--replace', '--yes'], machine('erasing'));
  expect(back.code).toBe(0);
  const list = join(there('erasing'), 'erased-people.txt');
  expect(await readFile(list, 'utf8')).toBe(`2026-11-20T03:00:00.000Z ${ids.person}\n`);
  expect(await allRows(target)).toEqual(await allRows(source));
});

test('a key from the environment that is not the one of the backup is refused, and nothing is touched', async () => {
  const before = await allRows(target);
  const settings = machine('there', { MAMORI_SECOND_FACTOR_KEY: 'x'.repeat(43) });
  const refused = await run(restoreCommand, target, [there('open'), '--replace', '--yes'], settings);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('MAMORI_SECOND_FACTOR_KEY') });
  expect(await allRows(target)).toEqual(before);
});

test('a passphrase from a file encrypts, and one that is too short does not', async () => {
  await writeFile(there('phrase'), 'みじかい\n');
  const short = run(
    backupCommand,
    source,
    [there('closed')],
    machine('here', { MAMORI_BACKUP_PASSPHRASE_FILE: there('phrase') }),
  );
  await expect(short).rejects.toThrow('12文字以上');
  await writeFile(there('phrase'), 'うみのちかくのびょういんのことば\n');
  const settings = machine('here', { MAMORI_BACKUP_PASSPHRASE_FILE: there('phrase') });
  const made = await run(backupCommand, source, [there('closed')], settings);
  expect(made).toMatchObject({ code: 0, stderr: expect.not.stringContaining('暗号化していません') });
  const back = await run(restoreCommand, target, [there('closed'), '--replace', '--yes'], settings);
  expect(back.code).toBe(0);
}, 120_000);

test.each<[typeof backupCommand, string[], string]>([
  [backupCommand, [], '1つ指定'],
  [backupCommand, ['a', 'b'], '1つ指定'],
  [backupCommand, ['a', '--format', 'xml'], '--format'],
  [restoreCommand, [], '1つ指定'],
  [restoreCommand, ['/nothing/there'], 'がありません'],
])('%o %j is told how to be called', async (command, args, words) => {
  expect(await run(command, source, args)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(words),
  });
});

function urlOf({ user = '', password, host = '', port, database }: pg.ClientConfig): string {
  return `postgres://${user}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

/** As the command is called beside a Mamori that serves on this database. */
function runBeside(database: FreshDatabase, file: string) {
  const app = urlOf({ ...inject('testCluster').app, database: database.owner.database });
  const settings = machine('beside', { DATABASE_URL: urlOf(database.owner), DATABASE_APP_URL: app });
  return run(backupCommand, database, [there(file)], settings, openOwnerForBackup);
}

async function migratedUpTo(last: string): Promise<FreshDatabase> {
  const database = await emptyDatabase();
  const migrations = there(`migrations-${last}`);
  await cp(migrationFolder, migrations, { recursive: true });
  for (const name of await readdir(migrations)) if (name > `${last}~`) await rm(join(migrations, name));
  await migrate({ owner: database.owner, say: () => undefined, folder: migrations });
  return database;
}

const applied = ({ owner }: FreshDatabase) =>
  withClient(owner, async (client) =>
    (await client.query<{ name: string }>('select name from migration order by name')).rows.map(({ name }) => name),
  );

test('a table that takes hours is heard of every few seconds', () => {
  let now = 10_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const lines: string[] = [];
  const progress = progressLines({ write: (line) => lines.push(line) }, 3_000);
  progress('activity', 1, 3, 0);
  progress('file_chunk', 2, 3, 0);
  for (let seconds = 1; seconds <= 7; seconds += 1) {
    now += 1_000;
    progress('file_chunk', 2, 3, 500_000_000);
  }
  progress('member', 3, 3, 0);
  vi.restoreAllMocks();
  expect(lines).toEqual([
    '控えています… 1/3 activity 0 MB\n',
    '控えています… 2/3 file_chunk 1,500 MB\n',
    '控えています… 2/3 file_chunk 3,000 MB\n',
    '控えています… 3/3 member 3,500 MB\n',
  ]);
});

test('a database an older Mamori serves on is backed up as it is, and left at its version', async () => {
  const older = await migratedUpTo('0019');
  const before = await applied(older);
  expect(await runBeside(older, 'older')).toMatchObject({ code: 0 });
  expect((await verifyBackup(there('older'), undefined)).header.migrations).toEqual(before);
  expect(await applied(older)).toEqual(before);
  await older.drop();
});

test('a database of a newer Mamori, or from before there were backups, is not backed up', async () => {
  const newer = await migratedUpTo('9999');
  await withClient(newer.owner, (client) => client.query("insert into migration values ('9999-later', '')"));
  await expect(runBeside(newer, 'newer')).rejects.toThrow('新しい版で使われていました（9999-later）');
  const first = await migratedUpTo('0018');
  expect(await runBeside(first, 'first')).toMatchObject({ code: 2, stderr: expect.stringContaining('前の版のまま') });
  const nothing = await emptyDatabase();
  expect(await runBeside(nothing, 'nothing')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('前の版のまま'),
  });
  expect(await readdir(folder)).not.toContain('newer');
  for (const database of [newer, first, nothing]) await database.drop();
});
