import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import type { BackupNews } from './backup-task.ts';
import { runBackup } from './run-backup.ts';

const never = new AbortController().signal;
let folder: string;
let database: FreshDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-backup-'));
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('what cannot be told while the work goes on is told at its end, and ends no process', async () => {
  const unheard: unknown[] = [];
  const note = (error: unknown) => void unheard.push(error);
  process.on('unhandledRejection', note);
  const told: BackupNews[] = [];
  const task = {
    owner: database.owner,
    administrator: database.owner,
    file: join(folder, 'whole'),
    copy: undefined,
    passphrase: undefined,
    product: '0.1.0',
    secrets: {},
    trial: true,
  };
  const running = runBackup(task, never, async (news) => {
    told.push(news);
    throw new Error('the database is away');
  });
  await expect(running).rejects.toThrow('the database is away');
  process.off('unhandledRejection', note);
  expect(told).toMatchObject([{ kind: 'written' }]);
  expect(unheard).toEqual([]);
}, 60_000);
