import { type FileHandle, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BackupRefused } from './backup-refused.ts';
import { copyDurably } from './copy-durably.ts';

const content = Buffer.alloc(300_000, 'まもり');
let folder: string;
let original: string;
let copy: string;
let handles: FileHandle;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copies-'));
  original = join(folder, 'original');
  await mkdir(join(folder, 'second'));
  copy = join(folder, 'second', 'copy');
  await writeFile(original, content);
  const handle = await open(folder, 'r');
  handles = Object.getPrototypeOf(handle);
  await handle.close();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** Another machine's disk, on which a few bytes arrive that were not sent, or some of the end do not. */
function diskThat(spoils: (file: FileHandle) => Promise<unknown>): void {
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    if ((await this.stat()).isFile()) await spoils(this);
  });
}

test('a copy holds what the original does', async () => {
  await copyDurably(original, copy);
  expect(await readFile(copy)).toEqual(content);
});

test.each<[string, (file: FileHandle) => Promise<unknown>]>([
  ['in a few bytes', (file) => file.write('other', 200_000)],
  ['by its last byte, which is missing', (file) => file.truncate(content.length - 1)],
])('a copy that differs %s is removed and told, its original stays, and it can be made again', async (_, spoils) => {
  diskThat(spoils);
  const refusal = await copyDurably(original, copy).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(BackupRefused);
  expect(String(refusal)).toContain('写しが元と違います');
  expect(await readdir(join(folder, 'second'))).toEqual([]);
  expect(await readFile(original)).toEqual(content);
  vi.restoreAllMocks();
  await copyDurably(original, copy);
  expect(await readFile(copy)).toEqual(content);
});

test('what somebody else has under the name of the copy is neither overwritten nor removed', async () => {
  await writeFile(copy, 'of somebody else');
  await expect(copyDurably(original, copy)).rejects.toThrow(BackupRefused);
  expect(await readFile(copy, 'utf8')).toBe('of somebody else');
});
