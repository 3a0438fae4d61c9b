import { chmod, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readyBinaries } from './binaries.ts';

let folder: string;
const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamori-binaries-'));
  for (const part of ['bin', 'lib']) await mkdir(join(folder, 'native', part), { recursive: true });
  for (const file of ['bin/initdb', 'bin/postgres', 'lib/libpq.so.5.18']) {
    await writeFile(join(folder, 'native', file), '');
    await chmod(join(folder, 'native', file), 0o600);
  }
  await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
});
afterEach(() => rm(folder, { recursive: true }));

test('a package as npm unpacks it without install scripts gets its links and can be run, also the second time', async () => {
  await readyBinaries(folder);
  const { postgres } = await readyBinaries(folder);
  expect(await readlink(join(folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
  expect((await stat(postgres)).mode & 0o111).toBe(0o111);
});

test('a package with a missing program is refused by its folder', async () => {
  await rm(join(folder, 'native/bin/initdb'));
  await expect(readyBinaries(folder)).rejects.toThrow(folder);
});
