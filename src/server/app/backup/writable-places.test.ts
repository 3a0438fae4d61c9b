import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellUnwritable } from './writable-places.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamori-places-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function told(first: string, copyFolder?: string): Promise<readonly string[]> {
  const said: string[] = [];
  await tellUnwritable({ folder: first, copyFolder, time: '03:00' }, (line) => said.push(line));
  return said;
}

test('of places that can be written to nothing is told, and nothing stays behind in them', async () => {
  expect(await told(folder)).toEqual([]);
  expect(await told(folder, folder)).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('each place that cannot is named by its setting, with the reason and what to do', async () => {
  const missing = join(folder, 'missing');
  const file = join(folder, 'file');
  await writeFile(file, '');
  const lines = await told(missing, file);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(`MAMORI_BACKUP_DIR=${missing}）に書けません: フォルダがありません`);
  expect(lines[1]).toMatch(`MAMORI_BACKUP_COPY_DIR=${file}）に書けません: フォルダではありません`);
  for (const line of lines) expect(line).toContain('ReadWritePaths');
});
