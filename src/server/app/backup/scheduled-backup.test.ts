import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { verifyBackup } from '../../platform/backup/restore-backup.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { openLog } from '../../platform/log.ts';
import { request } from '../testing/request.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeWorld, type World } from '../testing/world.ts';
import type { BackupContext } from './backup-parts.ts';
import { beginRun, saveDone } from './backup-run-repository.ts';
import { takeBackup } from './take-backup.ts';

const dayMs = 24 * 60 * 60 * 1000;
const never = new AbortController().signal;
let server: TestServer;
let world: World;
let folder: string;
let logged: string[];

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scheduled-'));
  await mkdir(join(folder, 'first'));
  await mkdir(join(folder, 'second'));
  logged = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const context = (changed: Partial<BackupContext> = {}): BackupContext => ({
  schedule: { folder: join(folder, 'first'), copyFolder: join(folder, 'second'), time: '03:00' },
  owner: server.database.owner,
  administrator: inject('testCluster').administrator,
  passphrase: undefined,
  secrets: { secondFactor: 'key' },
  product: '0.1.0',
  db: server.db,
  log: openLog('error', { write: (line: string) => void logged.push(line) }),
  now: () => server.clock.now,
  ...changed,
});
const dayLater = () => {
  server.clock.now = new Date(server.clock.now.getTime() + dayMs);
};
const asMade = (name: string, at: Date) =>
  asSystem(server.db, async (tx) => {
    const id = await beginRun(tx, name, at);
    await saveDone(tx, id, { bytes: 1, rows: 1, encrypted: true, copy: 'done' }, at);
  });
const trials = async () =>
  (
    await withClient(inject('testCluster').administrator, (client) =>
      client.query(
        `select from pg_database where datname like 'mamori_trial_' || (select oid from pg_database where datname = $1) || '_%'`,
        [server.database.owner.database],
      ),
    )
  ).rowCount;
async function listed() {
  const { status, body } = await request(server, world.administrator, { method: 'GET', path: '/backups' });
  expect(status).toBe(200);
  return body as { backups: Record<string, unknown>[]; lastTrial: Record<string, unknown> | null };
}

test('a scheduled backup is written, copied, proved and restored on trial, and the page says so', async () => {
  await takeBackup(context(), never);
  const [name = ''] = await readdir(join(folder, 'first'));
  expect(name).toBe('mamori-20261121-120000.backup');
  expect(await readFile(join(folder, 'second', name))).toEqual(await readFile(join(folder, 'first', name)));
  expect((await verifyBackup(join(folder, 'first', name), undefined)).header.secrets).toEqual({ secondFactor: 'key' });
  const { backups, lastTrial } = await listed();
  expect(backups).toMatchObject([{ state: 'done', fileName: name, copy: 'done', encrypted: false, failure: null }]);
  expect(lastTrial).toMatchObject({ state: 'passed', fileName: name });
  expect(await trials()).toBe(0);
  expect(logged).toEqual([]);
}, 120_000);

test('the restore test is made once a week, and said to be impossible where nobody may make a database', async () => {
  dayLater();
  await takeBackup(context(), never);
  expect((await listed()).lastTrial).toMatchObject({ fileName: 'mamori-20261121-120000.backup' });
  for (let days = 0; days < 7; days += 1) dayLater();
  await takeBackup(context({ administrator: server.database.owner }), never);
  expect((await listed()).lastTrial).toMatchObject({ state: 'impossible', fileName: 'mamori-20261129-120000.backup' });
}, 120_000);

test('a restore test that would fill the disk is not made, and the page says that there is no room', async () => {
  dayLater();
  await takeBackup(context({ room: { folder, reserve: Number.MAX_SAFE_INTEGER } }), never);
  expect((await listed()).lastTrial).toMatchObject({ state: 'impossible', failure: 'room' });
  expect(await trials()).toBe(0);
}, 120_000);

test('a backup that cannot be written is told by the log and the page, and one without its copy too', async () => {
  dayLater();
  const missing = { folder: join(folder, 'missing'), copyFolder: undefined, time: '03:00' };
  await takeBackup(context({ schedule: missing }), never);
  expect((await listed()).backups[0]).toMatchObject({ state: 'failed', failure: 'place', copy: 'none' });
  expect(logged.join('')).toContain('backup failed');
  dayLater();
  const half = { folder: join(folder, 'first'), copyFolder: join(folder, 'missing'), time: '03:00' };
  await takeBackup(context({ schedule: half, administrator: server.database.owner }), never);
  expect((await listed()).backups[0]).toMatchObject({ state: 'done', copy: 'failed' });
}, 120_000);

test('what a killed process left half-written goes after half a day, in both folders, and the log says so', async () => {
  dayLater();
  const places = [join(folder, 'first'), join(folder, 'second')];
  const dead = 'mamori-20200101-030000.age.0123abcd.draft';
  const writing = 'mamori-20200101-030000.backup.4567abcd.draft';
  const others = ['mamori-20200101-030000.age.draft', 'shared.age.0123abcd.draft', 'notes.draft'];
  const halfDayAgo = new Date(Date.now() - dayMs / 2 - 60_000);
  for (const place of places) {
    for (const name of [dead, ...others]) {
      await writeFile(join(place, name), '');
      await utimes(join(place, name), halfDayAgo, halfDayAgo);
    }
    await writeFile(join(place, writing), '');
  }
  const log = openLog('warn', { write: (line: string) => void logged.push(line) });
  await takeBackup(context({ administrator: server.database.owner, log }), never);
  for (const place of places)
    expect((await readdir(place)).filter((name) => name.endsWith('.draft')).toSorted()).toEqual(
      [writing, ...others].toSorted(),
    );
  expect(logged.filter((line) => line.includes(dead))).toHaveLength(2);
}, 120_000);

test('what no generation keeps goes in both folders, and a file of anybody else never', async () => {
  dayLater();
  const first = join(folder, 'first');
  const second = join(folder, 'second');
  const old = Array.from({ length: 10 }, (_, n) => `mamori-2020010${n}-030000.age`);
  for (const [n, name] of old.entries()) {
    await writeFile(join(first, name), '');
    await writeFile(join(second, name), '');
    if (n !== 3) await asMade(name, new Date(Date.UTC(2020, 0, n + 1)));
  }
  await writeFile(join(first, 'notes.txt'), '');
  await takeBackup(context({ administrator: server.database.owner }), never);
  const left = (await readdir(first)).filter((name) => name.startsWith('mamori-2020'));
  expect(left).toContain(old[3]);
  expect(left.length).toBeLessThan(old.length);
  expect(left).toContain(old[9]);
  expect((await readdir(second)).filter((name) => name.startsWith('mamori-2020'))).toEqual(left);
  expect(await readdir(first)).toContain('notes.txt');
}, 120_000);
