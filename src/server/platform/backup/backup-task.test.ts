import { type FileHandle, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { altered, OthersConnected } from './backup-refused.ts';
import { type BackupNews, doBackup, trialFailure } from './backup-task.ts';

let folder: string;
let database: FreshDatabase;
let handles: FileHandle;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-task-'));
  database = await freshDatabase();
  const handle = await open(folder, 'r');
  handles = Object.getPrototypeOf(handle);
  await handle.close();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function allNews(): Promise<readonly BackupNews[]> {
  const { owner } = database;
  const task = { owner, administrator: owner, file: join(folder, 'whole'), copy: undefined, passphrase: undefined };
  const news: BackupNews[] = [];
  for await (const one of doBackup({ ...task, product: '0.1.0', secrets: {}, trial: false })) news.push(one);
  return news;
}

test('a file that does not hold what was written is not left under the name of a backup', async () => {
  // A disk that turns a byte over.
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    if ((await this.stat()).isFile()) await this.write(Buffer.from('x'), 0, 1, 200);
  });
  expect(await allNews()).toMatchObject([{ kind: 'failed', failure: 'proof' }]);
  expect(await readdir(folder)).toEqual([]);
});

test('one that does is told as written and stays', async () => {
  expect(await allNews()).toMatchObject([{ kind: 'written', copy: 'none' }]);
  expect(await readdir(folder)).toEqual(['whole']);
});

const failing = (about: object) => Object.assign(new Error('it failed'), about);

test.each<[string, Error, object]>([
  ['somebody else is connected', new OthersConnected('ほかの接続'), { state: 'impossible', failure: 'connected' }],
  ['no room is left', failing({ code: '53100' }), { state: 'impossible', failure: 'room' }],
  ['the database went away', failing({ code: '57P01' }), { state: 'failed', failure: 'database' }],
  ['its socket is gone', failing({ code: 'ENOENT', syscall: 'connect' }), { state: 'failed', failure: 'database' }],
  ['no host takes writes', failing({ code: 'NO_PRIMARY' }), { state: 'failed', failure: 'database' }],
  ['something else fails', failing({}), { state: 'failed', failure: 'internal' }],
  ['the file is altered', altered('表 person'), { state: 'failed', failure: 'proof' }],
])('a restore test during which %s is told so', (_, error, outcome) => {
  expect(trialFailure(error)).toEqual(outcome);
});
