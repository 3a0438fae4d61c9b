import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { withClient } from '../database/with-client.ts';
import { trialRestore } from './trial-restore.ts';
import { writeBackup } from './write-backup.ts';

const { administrator } = inject('testCluster');
const hex = '0123456789abcdef';
let folder: string;
let own: FreshDatabase;
let other: FreshDatabase;
const made: string[] = [];

const administer = (statement: string, values: unknown[] = []) =>
  withClient(administrator, (client) => client.query<{ name: string }>(statement, values));
const isThere = async (name: string) =>
  (await administer('select from pg_database where datname = $1', [name])).rowCount === 1;

/** What a trial of the database leaves behind that is killed. */
async function cutOffTrial({ owner }: FreshDatabase): Promise<string> {
  const { rows } = await administer(
    `select 'mamori_trial_' || oid || '_${hex}' as name from pg_database where datname = $1`,
    [owner.database],
  );
  const name = rows[0]?.name ?? '';
  await administer(`create database ${name} template template0 owner "${owner.user}"`);
  made.push(name);
  return name;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trials-'));
  own = await freshDatabase();
  other = await emptyDatabase();
});
afterAll(async () => {
  for (const name of made) await administer(`drop database if exists ${name} with (force)`);
  await own.drop();
  await other.drop();
  await rm(folder, { recursive: true, force: true });
});

test('a trial drops what its own database left behind, and nothing of another installation on the same server', async () => {
  const file = join(folder, 'whole');
  await writeBackup({ owner: own.owner, file, passphrase: undefined, product: '0.1.0', secrets: {} });
  const [mine, theirs] = [await cutOffTrial(own), await cutOffTrial(other)];
  expect(await trialRestore({ owner: own.owner, administrator, file, passphrase: undefined })).toMatchObject({
    state: 'passed',
  });
  expect(await isThere(mine)).toBe(false);
  expect(await isThere(theirs)).toBe(true);
  const { rows } = await administer(`select datname as name from pg_database where datname like $1`, [
    `${mine.slice(0, -hex.length)}%`,
  ]);
  expect(rows).toEqual([]);
}, 120_000);
