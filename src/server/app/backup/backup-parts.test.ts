import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { backupParts } from './backup-parts.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-parts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function said(env: NodeJS.ProcessEnv) {
  const lines: string[] = [];
  const settings = readSettings({ MAMORI_DATA_DIR: folder, ...env }, { root: folder });
  const parts = await backupParts(settings, { host: folder, database: 'mamori' }, (line) => void lines.push(line));
  return { lines, parts };
}

test('a start warns of scheduled backups that nobody encrypts, which hold the key of the authenticators', async () => {
  const { lines, parts } = await said({ MAMORI_BACKUP_DIR: folder });
  expect(lines).toEqual([expect.stringContaining('暗号化していません')]);
  expect(parts?.secrets.secondFactor).toHaveLength(43);
});

test.each<[string, NodeJS.ProcessEnv]>([
  ['encrypted', { MAMORI_BACKUP_DIR: '.', MAMORI_BACKUP_PASSPHRASE: 'うみのちかくのびょういんのことば' }],
  ['not made', {}],
])('where they are %s it does not', async (_, env) => {
  expect((await said(env)).lines).toEqual([]);
});

test('the disk of an embedded database is looked at before a restore test, that of another machine cannot be', async () => {
  const here = await said({ MAMORI_BACKUP_DIR: folder, MAMORI_DISK_RESERVE: '1' });
  expect(here.parts?.room).toEqual({ folder, reserve: 1024 * 1024 });
  const there = await said({ MAMORI_BACKUP_DIR: folder, DATABASE_URL: 'postgres://u@127.0.0.1/db' });
  expect(there.parts?.room).toBeUndefined();
});
