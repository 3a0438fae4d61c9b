import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verifyActivity } from '../activity/verify-activity.ts';
import { migrate } from '../database/migrate.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { withClient } from '../database/with-client.ts';
import { OthersConnected } from './backup-refused.ts';
import { leftOut } from './backup-repository.ts';
import { restoreBackup, verifyBackup } from './restore-backup.ts';
import { allRows, asSuperuser, filledDatabase, ids } from './testing/filled-database.ts';
import { writeBackup } from './write-backup.ts';

let folder: string;
let source: FreshDatabase;
const opened: FreshDatabase[] = [];

const quiet = () => undefined;
const secrets = { secondFactor: 'k'.repeat(43) };
const backUp = (file: string, { owner } = source, passphrase?: string) =>
  writeBackup({ owner, file: join(folder, file), passphrase, product: '0.1.0', secrets });
const restore = (file: string, { owner }: FreshDatabase, options: { replace?: boolean; passphrase?: string } = {}) =>
  restoreBackup({
    owner,
    file: join(folder, file),
    passphrase: options.passphrase,
    replace: options.replace ?? false,
    say: quiet,
  });
const opening = async (database: Promise<FreshDatabase>) => {
  opened.push(await database);
  return database;
};
const count = (database: FreshDatabase, from: string) =>
  asSuperuser(database, async (client) => Number((await client.query(`select count(*) from ${from}`)).rows[0].count));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backups-'));
  source = await opening(filledDatabase());
  await backUp('whole');
});
afterAll(async () => {
  for (const database of opened) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('everything comes back as it was into a database that holds nothing, and the log verifies there', async () => {
  const target = await opening(emptyDatabase());
  const { contents } = await restore('whole', target);
  const before = await allRows(source);
  expect(await allRows(target)).toEqual(before);
  expect(before).toMatchObject({ activity: { length: 501 }, file_chunk: { length: 1 }, person: { length: 1 } });
  expect(contents.header).toMatchObject({ product: '0.1.0', secrets });
  const { findings, waiting } = await verifyActivity(target.owner);
  expect({ findings, waiting }).toEqual({ findings: [], waiting: 1 });
});

test('what was restored works on: no migration waits, the log goes on being sealed, row security is forced', async () => {
  const target = await opening(emptyDatabase());
  await restore('whole', target);
  const said: string[] = [];
  await migrate({ owner: target.owner, say: (line) => said.push(line) });
  expect(said).toEqual([]);
  // What others on the same server have begun holds a seal back until they are done.
  await vi.waitFor(async () => {
    await withClient(target.app, (client) => client.query('select seal_activity(now())'));
    expect(await verifyActivity(target.owner)).toMatchObject({ findings: [], waiting: 0 });
  }, 20_000);
  const same = `select c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl::text,
      (select array_agg(pg_get_constraintdef(k.oid) order by k.conname) from pg_constraint k where k.conrelid = c.oid),
      (select array_agg(t.tgname || t.tgenabled::text order by t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal),
      (select array_agg(p.polname order by p.polname) from pg_policy p where p.polrelid = c.oid)
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  const shape = (database: FreshDatabase) => asSuperuser(database, async (client) => (await client.query(same)).rows);
  expect(await shape(target)).toEqual(await shape(source));
});

test('sessions and links stay behind; jobs that carry letters come along', async () => {
  const target = await opening(emptyDatabase());
  await restore('whole', target);
  for (const table of Object.keys(leftOut).filter((name) => !name.startsWith('migration')))
    expect({ table, rows: await count(target, table) }).toEqual({ table, rows: 0 });
  const jobs = await asSuperuser(target, (client) =>
    client.query('select task_identifier, run_at, key from graphile_worker.jobs'),
  );
  expect(jobs.rows).toEqual([{ task_identifier: 'mail.send', run_at: new Date('2030-01-01'), key: 'letter' }]);
});

test('a database in use is exchanged only where that is said', async () => {
  const target = await opening(filledDatabase());
  await asSuperuser(target, (client) => client.query("update person set name = '今の人'"));
  const before = await allRows(target);
  await expect(restore('whole', target)).rejects.toThrow('--replace');
  expect(await allRows(target)).toEqual(before);
  await restore('whole', target, { replace: true });
  expect(await allRows(target)).toEqual(await allRows(source));
});

test('a database of something else is left alone', async () => {
  const target = await opening(emptyDatabase());
  await withClient(target.owner, (client) => client.query('create table invoices (n int)'));
  await expect(restore('whole', target, { replace: true })).rejects.toThrow('まもりのものでない表');
});

test('while anybody else is connected nothing is restored', async () => {
  const target = await opening(freshDatabase());
  await withClient(target.app, () => expect(restore('whole', target)).rejects.toThrow(OthersConnected));
  expect(await count(target, 'person')).toBe(0);
});

test('a restore that fails at its end leaves what was there', async () => {
  const target = await opening(filledDatabase());
  await asSuperuser(target, (client) => client.query("update person set name = '今の人'"));
  const before = await allRows(target);
  const failing = restoreBackup({
    owner: target.owner,
    file: join(folder, 'whole'),
    passphrase: undefined,
    replace: true,
    say: quiet,
    beforeCommit: () => Promise.reject(new Error('cut short')),
  });
  await expect(failing).rejects.toThrow('cut short');
  expect(await allRows(target)).toEqual(before);
});

test('writers go on meanwhile, and what one transaction wrote is in the backup whole or not at all', async () => {
  const busy = await opening(filledDatabase(20));
  let written = 0;
  let ended = false;
  const writer = async () => {
    while (!ended)
      await asSuperuser(busy, async (client) => {
        for (let times = 0; times < 50 && !ended; times += 1) {
          await client.query(`with made as (insert into person (id, name) values (gen_random_uuid(), 'x') returning id)
            insert into activity (facility_id, id, person_id, act) select '${ids.facility}', gen_random_uuid(), id, 'busy' from made`);
          written += 1;
        }
      });
  };
  const writers = [writer(), writer()];
  const before = written;
  await backUp('busy', busy);
  const meanwhile = written - before;
  ended = true;
  await Promise.all(writers);
  expect(meanwhile).toBeGreaterThan(10);
  const target = await opening(emptyDatabase());
  await restore('busy', target);
  expect(await count(target, "person where name = 'x'")).toBe(await count(target, "activity where act = 'busy'"));
});

test('a file that stands there is not overwritten unless that is said, and only its owner reads it', async () => {
  const before = await readFile(join(folder, 'whole'));
  await expect(backUp('whole')).rejects.toThrow('--force');
  expect(await readFile(join(folder, 'whole'))).toEqual(before);
  expect((await stat(join(folder, 'whole'))).mode & 0o777).toBe(0o600);
});

test('a backup that cannot be finished leaves no file', async () => {
  await expect(backUp('missing/whole')).rejects.toThrow('フォルダがありません');
  const broken = await opening(filledDatabase());
  await asSuperuser(broken, (client) => client.query('drop policy backup_read on answer'));
  await expect(backUp('broken', broken)).rejects.toThrow('cannot read: answer');
  expect(existsSync(join(folder, 'broken'))).toBe(false);
  expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([]);
});

test('how much of a table is read is told while it is read', async () => {
  const told: number[] = [];
  const progress = (table: string, _place: number, _of: number, bytes: number) => {
    if (table === 'file_chunk') told.push(bytes);
  };
  const { owner } = source;
  await writeBackup({ owner, file: join(folder, 'told'), passphrase: undefined, product: '0.1.0', secrets, progress });
  expect(told[0]).toBe(0);
  expect(told.length).toBeGreaterThan(3);
  expect(told.reduce((sum, bytes) => sum + bytes)).toBeGreaterThan(500_000);
});

test('the file says what it is made of, table by table', async () => {
  const { header, tables } = await verifyBackup(join(folder, 'whole'), undefined);
  expect(header.migrations).toContain('0019-backup');
  expect(tables.find(({ table }) => table === 'activity')).toMatchObject({ rows: 501 });
  expect(tables.map(({ table }) => table)).not.toContain('session');
});
