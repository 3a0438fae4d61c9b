import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './connect.ts';
import { connectionOf } from './database-url.ts';
import { type Embedded, startEmbedded } from './embedded/start.ts';
import { unfitReason } from './external.ts';
import { secretFile } from './secret.ts';
import { withClient } from './with-client.ts';

let base: string;
let cluster: Embedded;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'mamori-connect-'));
  cluster = await startEmbedded({ dataDir: base, say: () => undefined, durable: false });
});
afterAll(async () => {
  await cluster.stop();
  await rm(base, { recursive: true });
});
beforeEach(() => administer('drop role if exists clinic_app; drop role if exists mamori_app'));

const administer = (text: string) => withClient(cluster.superuser, (client) => client.query(text));
const whoami = async (config: pg.ClientConfig) =>
  (await withClient(config, (client) => client.query('select current_user as name'))).rows[0]?.name;

function urlOf({ user = '', password, database }: pg.ClientConfig): string {
  const host = encodeURIComponent(String(cluster.owner.host));
  return `postgres://${user}:${String(password)}@${host}:5432/${database}`;
}
const ownerUrl = () => urlOf(cluster.owner);
const freshFolder = () => mkdtemp(join(base, 'data-'));
const open = async (settings: { databaseUrl?: string; databaseAppUrl?: string; dataDir?: string }) =>
  openDatabase({ dataDir: await freshFolder(), say: () => undefined, ...settings });

test('an external server gets an application role with a password kept for us alone, the same at the next start', async () => {
  const dataDir = await freshFolder();
  const first = await open({ databaseUrl: ownerUrl(), dataDir });
  const second = await open({ databaseUrl: ownerUrl(), dataDir });
  expect(await whoami(second.app)).toBe('mamori_app');
  expect(second.app).toEqual(first.app);
  expect(await whoami(second.owner)).toBe('mamori_owner');
  expect((await stat(secretFile(dataDir, 'database-app'))).mode & 0o777).toBe(0o600);
});

test('a lost password is replaced, but not while another Mamori is signed in with it', async () => {
  const { app } = await open({ databaseUrl: ownerUrl() });
  await withClient(app, async () => {
    await expect(open({ databaseUrl: ownerUrl() })).rejects.toThrow(/別の Mamori が動いています/);
    expect(await whoami(app)).toBe('mamori_app');
  });
  const renewed = await open({ databaseUrl: ownerUrl() });
  expect(await whoami(renewed.app)).toBe('mamori_app');
  await expect(whoami(app)).rejects.toThrow(/password authentication failed/);
});

test('a role of the operator gets the rights of the application by membership', async () => {
  await administer("create role clinic_app login password 'own'");
  const databaseAppUrl = urlOf({ ...cluster.owner, user: 'clinic_app', password: 'own' });
  const { app } = await open({ databaseUrl: ownerUrl(), databaseAppUrl });
  const member = await withClient(app, (client) =>
    client.query("select pg_has_role(current_user, 'mamori_app', 'usage') as held"),
  );
  expect(member.rows).toEqual([{ held: true }]);
});

test('without the right to grant it, the statements for the administrator are shown', async () => {
  await administer("create role clinic_app login password 'own'; create role mamori_app nologin");
  const databaseAppUrl = urlOf({ ...cluster.owner, user: 'clinic_app', password: 'own' });
  await expect(open({ databaseUrl: ownerUrl(), databaseAppUrl })).rejects.toThrow(/GRANT mamori_app TO "clinic_app";/);
});

test('the owner, a superuser, or a role that may become the owner is refused as application', async () => {
  await administer("create role clinic_app login password 'own'; grant mamori_owner to clinic_app");
  const became = urlOf({ ...cluster.owner, user: 'clinic_app', password: 'own' });
  const mighty = urlOf({ ...cluster.superuser, database: 'mamori' });
  for (const databaseAppUrl of [ownerUrl(), mighty, became])
    await expect(open({ databaseUrl: ownerUrl(), databaseAppUrl })).rejects.toThrow(/権限が強すぎます/);
});

test('a server that cannot be reached or refuses us is explained without showing the password', async () => {
  const attempts = {
    'postgres://me:geheim@127.0.0.1:1/x': '接続を断られました',
    'postgres://me:geheim@nowhere.invalid/x?sslmode=disable': 'ホストの名前',
    [urlOf({ ...cluster.owner, password: 'geheim' })]: 'パスワードが違います',
    [urlOf({ ...cluster.owner, database: 'geheim-not-there' })]: 'データベースがありません',
    'mysql://me:geheim@localhost/x': 'の形で指定してください',
  };
  for (const [databaseUrl, reason] of Object.entries(attempts)) {
    const refusal = await open({ databaseUrl }).catch((error: Error) => error.message);
    expect(refusal).toContain(reason);
    expect(refusal).not.toContain(':geheim');
  }
});

test.each(['', '?sslmode=require', '?sslmode=no-verify', '?sslmode=prefer', '?uselibpqcompat=true&sslmode=require'])(
  'a line to another machine that may be read or led elsewhere is refused with what to say: %j',
  (mode) => {
    expect(() => connectionOf(`postgres://me:geheim@db.example.jp/x${mode}`, 'DATABASE_URL')).toThrow(
      /sslmode=verify-full.*\n.*sslmode=disable/,
    );
  },
);

test('a line is encrypted with its other end proved, or said to be private, or does not leave the machine', () => {
  const ssl = (url: string) => connectionOf(url, 'DATABASE_URL').ssl;
  expect(ssl('postgres://me@db.example.jp/x?sslmode=verify-full')).toEqual({});
  expect(ssl('postgres://me@db.example.jp/x?sslmode=disable')).toBe(false);
  expect(ssl('postgres://me@127.0.0.1/x')).toBe(false);
  expect(ssl('postgres:///x?host=/run/postgresql')).toBe(false);
});

test('the URL of the application alone is refused', async () => {
  await expect(open({ databaseAppUrl: ownerUrl() })).rejects.toThrow('DATABASE_URL と一緒に');
});

test.each([
  [{ version: 140_012, shown: '14.12', encoding: 'UTF8', replica: false }, /15 以上.*14\.12/],
  [{ version: 150_000, shown: '15.0', encoding: 'EUC_JP', replica: false }, /UTF8.*EUC_JP/],
  [{ version: 150_000, shown: '15.0', encoding: 'UTF8', replica: true }, /複製/],
])('an external server %j is unfit', (facts, reason) => {
  expect(unfitReason(facts)).toMatch(reason);
});

test('PostgreSQL 15 with UTF-8 fits', () => {
  expect(unfitReason({ version: 150_000, shown: '15.0', encoding: 'UTF8', replica: false })).toBeUndefined();
});
