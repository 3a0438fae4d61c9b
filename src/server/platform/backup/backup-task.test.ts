import { type FileHandle, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { altered, OthersConnected } from './backup-refused.ts';
import { type BackupNews, doBackup, trialFailure } from './backup-task.ts';
import { verifyBackup } from './restore-backup.ts';

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

async function allNews(name: string, copy?: string): Promise<readonly BackupNews[]> {
  const { owner } = database;
  const task = { owner, administrator: owner, file: join(folder, name), copy, passphrase: undefined };
  const news: BackupNews[] = [];
  for await (const one of doBackup({ ...task, product: '0.1.0', secrets: {}, trial: false })) news.push(one);
  return news;
}

/** A disk that turns some bytes over in the file it is given as the first, or second, one. */
function diskThatAlters(which: number): void {
  let files = 0;
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    if (!(await this.stat()).isFile()) return;
    files += 1;
    if (files === which) await this.write(Buffer.from('other'), 0, 5, 200);
  });
}

test('a file that does not hold what was written is not left under the name of a backup', async () => {
  diskThatAlters(1);
  expect(await allNews('altered')).toMatchObject([{ kind: 'failed', failure: 'proof' }]);
  expect(await readdir(folder)).toEqual([]);
});

test('one that does is told as written and stays', async () => {
  expect(await allNews('whole')).toMatchObject([{ kind: 'written', copy: 'none' }]);
  expect(await readdir(folder)).toEqual(['whole']);
});

test('a copy that does not hold what the backup does is removed and told, the backup stays, and the next is copied', async () => {
  const second = await mkdtemp(join(tmpdir(), 'backup-copies-'));
  diskThatAlters(2);
  const [news] = await allNews('first', join(second, 'first'));
  expect(news).toMatchObject({ kind: 'written', copy: 'failed', fault: expect.stringContaining('写しが元と違います') });
  expect(await readdir(second)).toEqual([]);
  expect((await verifyBackup(join(folder, 'first'), undefined)).tables.length).toBeGreaterThan(10);
  vi.restoreAllMocks();
  expect(await allNews('next', join(second, 'next'))).toMatchObject([{ kind: 'written', copy: 'done' }]);
  expect(await readFile(join(second, 'next'))).toEqual(await readFile(join(folder, 'next')));
  await rm(second, { recursive: true });
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
