import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../platform/database/testing/fresh-database.ts';
import { isRunning } from '../platform/database/testing/process-tree.ts';
import { installationPassword } from './testing/installation.ts';
import { beginOwnProcess, descendantsOf, type OwnProcess, startOwnProcess } from './testing/own-process.ts';
import { tokenOf } from './testing/token-of.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-start-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('Ctrl-C, which a terminal sends to all and npm sends on, stops everything cleanly', {
  timeout: 60_000,
}, async () => {
  const mamori = await startOwnProcess(dataDir);
  const below = descendantsOf(mamori.pid);
  process.kill(-mamori.pid, 'SIGINT');
  await setTimeout(20);
  process.kill(mamori.pid, 'SIGINT');
  expect(await mamori.exited).toBe(0);
  expect(existsSync(join(dataDir, 'start-lock')) ? readdirSync(join(dataDir, 'start-lock')) : []).toEqual([]);
  expect(below.length).toBeGreaterThan(1);
  await expect.poll(() => below.filter(isRunning), { timeout: 10_000 }).toEqual([]);
});

test('a log and a screen that cannot be written, as on a full disk, stop nobody', { timeout: 60_000 }, async () => {
  const full = openSync('/dev/full', 'w');
  const mamori = await beginOwnProcess(dataDir, { MAMORI_LOG_LEVEL: 'debug' }, { stderr: full }).started;
  closeSync(full);
  for (let times = 0; times < 3; times += 1)
    expect((await fetch(`${mamori.url}/api/v1/no-such`)).status, 'refused, and noted in the log').toBe(404);
  expect((await fetch(`${mamori.url}/healthz`)).status).toBe(200);
  expect(await mamori.stop()).toBe(0);
});

test('a place for backups that cannot be written to is told at the start, and keeps nobody from working', {
  timeout: 60_000,
}, async () => {
  const { started, said } = beginOwnProcess(dataDir, { MAMORI_BACKUP_DIR: join(dataDir, 'missing') });
  const mamori = await started;
  await expect.poll(said, { timeout: 10_000 }).toMatch(/MAMORI_BACKUP_DIR=.*フォルダがありません/);
  expect((await fetch(`${mamori.url}/healthz`)).status).toBe(200);
  expect(await mamori.stop()).toBe(0);
});

test.each(['0.0.0.0', '::', '192.0.2.1'])(
  'on %s, beyond this machine, it does not start without TLS, and makes nothing',
  { timeout: 60_000 },
  async (HOST) => {
    const { started, exited, said } = beginOwnProcess(dataDir, { HOST });
    await expect(started).rejects.toThrow();
    expect(await exited).not.toBe(0);
    expect(said()).toMatch(/HOST[\s\S]*(MAMORI_PUBLIC_URL|TLS_CERT)/);
    expect(readdirSync(dataDir)).toEqual([]);
  },
);

const urlOf = ({ user = '', password, host = '', port, database }: pg.ClientConfig) =>
  `postgres://${user}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;

/** Refused once the link is found to be open. */
const tooCommon = 'passwordpassword';
/** Status of an attempt to become administrator by a link. */
async function setUpStatus({ url }: OwnProcess, link: string | undefined, password: string): Promise<number> {
  const account = { token: tokenOf(link ?? ''), email: 'a@example.jp', name: '雨宮 太郎', password };
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/api/v1/setup`, { method: 'POST', headers, body: JSON.stringify(account) })).status;
}

test('of two that start on one database each prints a set-up link, and both open until one is used', {
  timeout: 60_000,
}, async () => {
  const database = await emptyDatabase();
  const env = {
    DATABASE_URL: urlOf(database.owner),
    DATABASE_APP_URL: urlOf(database.app),
    MAMORI_SECOND_FACTOR_KEY: Buffer.alloc(32, 9).toString('base64url'),
  };
  const start = (machine: string) => startOwnProcess(join(dataDir, machine), env);
  const [one, other] = await Promise.all([start('one'), start('other')]);
  const links = [one.setupLink, other.setupLink];
  for (const link of links) expect(await setUpStatus(one, link, tooCommon)).toBe(400);
  expect(await setUpStatus(one, other.setupLink, installationPassword)).toBe(200);
  for (const link of links) expect(await setUpStatus(other, link, installationPassword)).toBe(410);
  const again = await start('again');
  expect(again.setupLink).toBeUndefined();
  for (const each of [one, other, again]) expect(await each.stop()).toBe(0);
  await database.drop();
});
