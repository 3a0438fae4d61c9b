import { type FileHandle, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BackupRefused } from './backup-refused.ts';
import { writeDurableFile } from './durable-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'durable-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** A disk that answers so when it is to keep the names of a folder. */
async function foldersFail(code: string): Promise<void> {
  const handle = await open(folder, 'r');
  vi.spyOn(Object.getPrototypeOf(handle), 'sync').mockImplementation(async function (this: FileHandle) {
    if ((await this.stat()).isDirectory()) throw Object.assign(new Error(code), { code });
  });
  await handle.close();
}
const writing = () => writeDurableFile(join(folder, 'whole'), Readable.from([Buffer.from('all of it')]));

test('a file that stands whole is not told as one that could not be written', async () => {
  await foldersFail('EIO');
  const refusal = await writing().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(BackupRefused);
  expect(String(refusal)).toContain('最後まで書けましたが');
  expect(String(refusal)).not.toContain('書けません:');
  expect(await readFile(join(folder, 'whole'), 'utf8')).toBe('all of it');
  expect(await readdir(folder)).toEqual(['whole']);
});

test('a file system that keeps names by itself is none to complain of', async () => {
  await foldersFail('EINVAL');
  expect(await writing()).toBe(9);
});
