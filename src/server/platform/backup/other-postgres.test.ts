import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appRole, ensureGeneratedRole } from '../database/app-role.ts';
import { type Embedded, startEmbedded } from '../database/embedded/start.ts';
import { emptyDatabase, type FreshDatabase } from '../database/testing/fresh-database.ts';
import { restoreBackup, verifyBackup } from './restore-backup.ts';
import { allRows, asSuperuser, filledDatabase } from './testing/filled-database.ts';
import { writeBackup } from './write-backup.ts';

const quiet = () => undefined;
const password = 'x'.repeat(32);
let folder: string;
let embedded: Embedded;
let source: FreshDatabase;
let back: FreshDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamori-other-postgres-'));
  embedded = await startEmbedded({ dataDir: join(folder, 'data'), say: quiet, durable: false });
  await ensureGeneratedRole(embedded.owner, { ...embedded.owner, user: appRole, password }, password);
  source = await filledDatabase();
  back = await emptyDatabase();
});
afterAll(async () => {
  await source.drop();
  await back.drop();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Moves everything from one database into another; tells which PostgreSQL it came from. */
async function move(from: Pick<FreshDatabase, 'owner'>, to: Pick<FreshDatabase, 'owner'>, name: string) {
  const file = join(folder, name);
  await writeBackup({ owner: from.owner, file, passphrase: undefined, product: '0.1.0', secrets: {} });
  await restoreBackup({ owner: to.owner, file, passphrase: undefined, replace: false, say: quiet });
  return (await verifyBackup(file, undefined)).header.postgres;
}

test('everything moves from the PostgreSQL of the tests, be it another version, into the embedded one, and back', async () => {
  const there = await asSuperuser(source, (client) => client.query("select current_setting('server_version') as of"));
  expect(await move(source, embedded, 'there')).toBe(there.rows[0]?.of);
  expect(await allRows(embedded)).toEqual(await allRows(source));
  expect(await move(embedded, back, 'back')).toMatch(/^18\./);
  expect(await allRows(back)).toEqual(await allRows(source));
}, 60_000);
