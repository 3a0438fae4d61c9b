import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { verifyBackup } from '../../platform/backup/restore-backup.ts';
import { asSuperuser } from '../../platform/backup/testing/filled-database.ts';
import { Servers } from '../../platform/database/hosts/servers.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { openLog } from '../../platform/log.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { freeBackupName } from './backup-name.ts';
import type { BackupContext } from './backup-parts.ts';
import { beginRun, listRuns, saveDone, takeTurn } from './backup-run-repository.ts';
import { takeBackup } from './take-backup.ts';

const never = new AbortController().signal;
let server: TestServer;
let folder: string;
let logged: string[];

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'troubled-'));
  await mkdir(join(folder, 'first'));
  await mkdir(join(folder, 'second'));
  logged = [];
  later();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function later() {
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
}
/** Nobody here may make a database: no restore test is made. */
const context = (changed: Partial<BackupContext> = {}): BackupContext => ({
  schedule: { folder: join(folder, 'first'), copyFolder: join(folder, 'second'), time: '03:00' },
  owner: server.database.owner,
  administrator: server.database.owner,
  passphrase: undefined,
  secrets: {},
  product: '0.1.0',
  db: server.db,
  log: openLog('warn', { write: (line: string) => void logged.push(line) }),
  now: () => server.clock.now,
  ...changed,
});
const files = (place = 'first') => readdir(join(folder, place));
const runs = () => asSystem(server.db, listRuns);

test('of several hosts the one that takes writes is found in the thread that does the work', async () => {
  const { owner } = server.database;
  const dead = { ...owner, host: '/nowhere' };
  const several = { ...dead, servers: new Servers([dead, owner]) };
  await takeBackup(context({ owner: several, administrator: several }), never);
  expect(await runs()).toMatchObject([{ state: 'done', copy: 'done' }]);
  const [name = ''] = await files();
  expect((await verifyBackup(join(folder, 'first', name), undefined)).tables.length).toBeGreaterThan(10);
  expect(logged).toEqual([]);
}, 60_000);

/** A backup that waits in the middle: its draft is begun, and a table it reads is held. */
async function inTheMiddle(taking: () => Promise<void>, meanwhile: () => Promise<unknown>): Promise<void> {
  await asSuperuser(server.database, async (client) => {
    await client.query('begin; lock table person in access exclusive mode');
    const taken = taking();
    await vi.waitUntil(async () => (await files()).some((name) => name.endsWith('.draft')), { timeout: 30_000 });
    await meanwhile();
    await taken;
  });
}
const cutWaiting = () =>
  asSuperuser(server.database, (client) =>
    vi.waitUntil(
      async () =>
        (
          await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`)
        ).rowCount,
      { timeout: 30_000 },
    ),
  );

test('a database that goes away meanwhile is told, and leaves no file', async () => {
  await inTheMiddle(() => takeBackup(context(), never), cutWaiting);
  expect((await runs())[0]).toMatchObject({ state: 'failed', failure: 'database' });
  expect(await files()).toEqual([]);
}, 60_000);

test('while one is still under way the next is left out', async () => {
  const before = await runs();
  await withClient(server.database.owner, async (client) => {
    expect(await takeTurn(client)).toBe(true);
    await takeBackup(context(), never);
  });
  expect(await runs()).toEqual(before);
  expect(logged.join('')).toContain('still under way');
  await takeBackup(context(), never);
  expect((await runs())[0]).toMatchObject({ state: 'done' });
}, 60_000);

test('one that was taken for cut off, and ends well after all, is a backup', async () => {
  const at = server.clock.now;
  const first = await asSystem(server.db, (tx) => beginRun(tx, 'late.backup', at));
  await asSystem(server.db, (tx) => beginRun(tx, 'next.backup', at));
  expect((await runs()).find(({ id }) => id === first)).toMatchObject({ state: 'failed', failure: 'interrupted' });
  const done = { bytes: 1, rows: 1, encrypted: false, copy: 'none' } as const;
  await asSystem(server.db, (tx) => saveDone(tx, first, done, at));
  expect((await runs()).find(({ id }) => id === first)).toMatchObject({ state: 'done', failure: null });
});

test('one that is interrupted leaves no file of its name and is made again the next time', async () => {
  const stop = new AbortController();
  await inTheMiddle(
    () => takeBackup(context(), stop.signal),
    async () => stop.abort(),
  );
  expect((await runs())[0]).toMatchObject({ state: 'failed', failure: 'interrupted' });
  expect((await files()).filter((name) => !name.endsWith('.draft'))).toEqual([]);
  later();
  await takeBackup(context(), never);
  const [again] = await runs();
  expect(again).toMatchObject({ state: 'done', copy: 'done' });
  expect(await files()).toContain(again?.fileName);
}, 60_000);

test('a file nobody proved goes once there is a newer one that is', async () => {
  const cutOff = 'mamori-20200101-030000.backup';
  await asSystem(server.db, (tx) => beginRun(tx, cutOff, server.clock.now));
  for (const place of ['first', 'second']) await writeFile(join(folder, place, cutOff), 'whole, or not');
  later();
  await takeBackup(context(), never);
  const [made] = await runs();
  expect([await files('first'), await files('second')]).toEqual([[made?.fileName], [made?.fileName]]);
}, 60_000);

test('what somebody else put under the name of this second is left alone, and the backup is made under another', async () => {
  const name = freeBackupName(server.clock.now, false, []);
  await writeFile(join(folder, 'second', name), 'of somebody else');
  await takeBackup(context(), never);
  expect((await runs())[0]).toMatchObject({ state: 'done', copy: 'done', fileName: expect.not.stringContaining(name) });
  expect(await readFile(join(folder, 'second', name), 'utf8')).toBe('of somebody else');
}, 60_000);
