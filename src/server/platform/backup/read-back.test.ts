import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrationFolder } from '../database/migration-files.ts';
import type { FreshDatabase } from '../database/testing/fresh-database.ts';
import { BackupRefused } from './backup-refused.ts';
import { restoreBackup } from './restore-backup.ts';
import { allRows, asSuperuser, filledDatabase } from './testing/filled-database.ts';
import { writeBackup } from './write-backup.ts';

const comparing = '戻した中身を、控えと照らしています…';
let folder: string;
let file: string;
let target: FreshDatabase;
let said: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-back-'));
  file = join(folder, 'whole');
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  said = [];
  target = await filledDatabase();
  await writeBackup({ owner: target.owner, file, passphrase: undefined, product: '0.1.0', secrets: {}, force: true });
  await asSuperuser(target, (client) => client.query("update person set name = '今の人'"));
});
afterEach(() => target.drop());

/** Into a database that keeps something else than it is given: the newest migration of the backup makes it so. */
async function restoreOnto(fault: string): Promise<void> {
  const migrations = await mkdtemp(join(folder, 'migrations-'));
  await cp(migrationFolder, migrations, { recursive: true });
  const newest = (await readdir(migrations)).toSorted().at(-1) ?? '';
  await appendFile(join(migrations, newest), `\n${fault}`);
  const say = (line: string) => void said.push(line);
  await restoreBackup({ owner: target.owner, file, passphrase: undefined, replace: true, say, folder: migrations });
}

test.each([
  ['a value that became another', 'facility', 'alter table facility alter column created_at type timestamptz(0);'],
  ['a table the file knows nothing of', 'stray', 'create table stray (id uuid primary key);'],
])('%s is found when all is read back, and what was there stays', async (_, table, fault) => {
  const before = await allRows(target);
  const refusal = await restoreOnto(fault).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(BackupRefused);
  expect(String(refusal)).toContain(`控えと合いません（表 ${table}）`);
  expect(said.at(-1)).toBe(comparing);
  expect(await allRows(target)).toEqual(before);
});

test('a database that keeps what it is given has nothing to tell', async () => {
  await restoreOnto('select 1;');
  expect(said).toContain(comparing);
  expect((await allRows(target)).person).toMatchObject([{ name: '山田\n太郎' }]);
});
