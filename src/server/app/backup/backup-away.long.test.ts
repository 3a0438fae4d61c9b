import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { appRole, ensureGeneratedRole } from '../../platform/database/app-role.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { type Database, openPool } from '../../platform/database/pool.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { openLog } from '../../platform/log.ts';
import { ExternalCluster } from '../testing/lasting/external-cluster.ts';
import type { BackupContext } from './backup-parts.ts';
import { listRuns } from './backup-run-repository.ts';
import { takeBackup } from './take-backup.ts';

const never = new AbortController().signal;
let cluster: ExternalCluster;
let database: Database;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-away-'));
  cluster = await ExternalCluster.start();
  const app = { ...cluster.owner, user: appRole, password: 'own' };
  await ensureGeneratedRole(cluster.owner, app, 'own');
  await migrate({ owner: cluster.owner, say: () => undefined });
  database = openPool(app, () => undefined);
});
afterAll(async () => {
  await database.close();
  await cluster.remove();
  await rm(folder, { recursive: true, force: true });
});

const context = (): BackupContext => ({
  schedule: { folder, copyFolder: undefined, time: '03:00' },
  owner: cluster.owner,
  administrator: cluster.owner,
  passphrase: undefined,
  secrets: {},
  product: '0.1.0',
  db: database.db,
  log: openLog('silent'),
  now: () => new Date(),
});
const lastRun = async () => (await asSystem(database.db, listRuns))[0];

/** Has the backup wait in the middle, until the database is gone. */
async function holdPeople(): Promise<void> {
  const holder = new pg.Client(cluster.owner);
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin; lock table person in access exclusive mode');
}

test('a database that goes away under a backup and comes back: it stands as failed, and the next one is made', async () => {
  const unheard: unknown[] = [];
  process.on('unhandledRejection', (error) => unheard.push(error));
  await holdPeople();
  const taking = takeBackup(context(), never);
  await vi.waitUntil(async () => (await readdir(folder)).some((name) => name.endsWith('.draft')), { timeout: 30_000 });
  await cluster.goAway();
  await pause(2_000);
  await cluster.comeBack();
  await taking;
  expect(await lastRun()).toMatchObject({ state: 'failed', failure: 'database' });
  expect(await readdir(folder)).toEqual([]);
  await takeBackup(context(), never);
  expect(await lastRun()).toMatchObject({ state: 'done' });
  expect(unheard).toEqual([]);
}, 120_000);
