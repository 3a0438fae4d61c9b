import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Holder, startHolder } from '../testing/holder.ts';
import { childrenOf, isRunning, killAll, parentOf } from '../testing/process-tree.ts';
import { withClient } from '../with-client.ts';
import { readPostmaster } from './postmaster.ts';

let base: string;
let dataDir: string;
const started: Holder[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'mamori-embedded-'));
  dataDir = join(base, 'データ, "1"');
  await mkdir(dataDir);
  await mkdir(join(dataDir, 'postgres.draft-1-2'));
});
afterEach(async () => {
  for (const { process } of started.splice(0)) {
    if (process.exitCode === null && process.signalCode === null) {
      process.kill('SIGTERM');
      await once(process, 'close');
    }
  }
});
afterAll(() => rm(base, { recursive: true, force: true }));

function start(folder = dataDir, purpose: 'server' | 'command' = 'server'): Holder {
  const holder = startHolder(folder, purpose);
  started.push(holder);
  return holder;
}

async function stop(holder: Holder): Promise<void> {
  holder.process.kill('SIGTERM');
  expect(await holder.exitCode).toBe(0);
}

const query = async (owner: ClientConfig, text: string) =>
  (await withClient(owner, (client) => client.query<Record<string, unknown>>(text))).rows;
const rows = (owner: ClientConfig) => query(owner, 'select n from kept order by n');

async function postmasterPid(): Promise<number> {
  const postmaster = await readPostmaster(join(dataDir, 'postgres'));
  if (!postmaster) throw new Error('no server runs');
  return postmaster.pid;
}

async function becomesTrue(condition: () => boolean, seconds: number): Promise<boolean> {
  for (let left = seconds * 20; left > 0; left -= 1) {
    if (condition()) return true;
    await pause(50);
  }
  return condition();
}

test('the first start makes a durable UTF-8 database with checksums that listens on its socket only', async () => {
  const holder = start();
  const owner = await holder.owner;
  const settings = await query(
    owner,
    `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
      current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, lower('ＡÉ') as lower,
      (select rolsuper from pg_roles where rolname = current_user) as superuser`,
  );
  expect(settings).toEqual([
    { encoding: 'UTF8', checksums: 'on', addresses: '', fsync: 'on', commit: 'on', lower: 'ａé', superuser: false },
  ]);
  expect(await readdir(dataDir)).not.toContain('postgres.draft-1-2');
  await query(owner, 'create table kept (n int); insert into kept values (1)');
  await stop(holder);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
});

test('secrets and data are closed to other users', async () => {
  for (const name of ['postgres', 'secrets', 'socket', 'secrets/database-owner.txt', 'postgres.log'])
    expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0);
});

test('what was committed is there after a clean restart, with the password of before', async () => {
  const holder = start();
  expect(await rows(await holder.owner)).toEqual([{ n: 1 }]);
});

test('a second server on the same folder is refused and told who has it', async () => {
  const first = start();
  await first.owner;
  const second = start();
  expect(await second.exitCode).toBe(1);
  expect(second.said()).toContain(`Mamori（npm start）（プロセス ${first.process.pid}`);
  expect(await rows(await first.owner)).toEqual([{ n: 1 }]);
});

test('a command joins the database of a running server and leaves it running', async () => {
  const server = start();
  const owner = await server.owner;
  const command = start(dataDir, 'command');
  expect(await rows(await command.owner)).toEqual([{ n: 1 }]);
  await stop(command);
  expect(await rows(owner)).toEqual([{ n: 1 }]);
});

test('a command brings the database up by itself, and a second command waits for its turn', async () => {
  const first = start(dataDir, 'command');
  await first.owner;
  const second = start(dataDir, 'command');
  expect(await becomesTrue(() => second.said().includes('を待っています'), 5)).toBe(true);
  await stop(first);
  expect(await rows(await second.owner)).toEqual([{ n: 1 }]);
});

test('guard, server and all backends killed together: Mamori notices, and the next start works unaided', async () => {
  const holder = start();
  await query(await holder.owner, 'insert into kept values (2)');
  const server = await postmasterPid();
  const victims = [parentOf(server), server, ...childrenOf(server)];
  expect(victims.length).toBeGreaterThan(3);
  killAll(victims);
  expect(await holder.exitCode).toBe(70);
  expect(await rows(await start().owner)).toEqual([{ n: 1 }, { n: 2 }]);
});

test("Node's process group killed: nothing is left running, and the next start works unaided", async () => {
  const holder = start();
  await query(await holder.owner, 'insert into kept values (3)');
  const server = await postmasterPid();
  const everyone = [parentOf(server), ...childrenOf(parentOf(server)), ...childrenOf(server)];
  process.kill(-(holder.process.pid ?? 0), 'SIGKILL');
  expect(await becomesTrue(() => !everyone.some(isRunning), 8)).toBe(true);
  expect(await rows(await start().owner)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a start that meets a server still stopping says so, waits, and leaves its postmaster.pid alone', async () => {
  const holder = start();
  await holder.owner;
  const server = await postmasterPid();
  const [slow = 0] = childrenOf(server);
  process.kill(slow, 'SIGSTOP');
  process.kill(-(holder.process.pid ?? 0), 'SIGKILL');
  const next = start();
  expect(await becomesTrue(() => next.said().includes('まだ終了処理をしています'), 10)).toBe(true);
  expect(await postmasterPid()).toBe(server);
  process.kill(slow, 'SIGCONT');
  expect(await rows(await next.owner)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(await postmasterPid()).not.toBe(server);
});

test('without the secrets the start is refused with what to restore', async () => {
  await rm(join(dataDir, 'secrets'), { recursive: true });
  const holder = start();
  expect(await holder.exitCode).toBe(1);
  expect(holder.said()).toContain('postgres と secrets を一緒に戻してください');
  expect(existsSync(join(dataDir, 'secrets'))).toBe(false);
});

test('a file in the way of the data folder is named', async () => {
  await writeFile(join(base, 'file'), '');
  const holder = start(join(base, 'file'));
  expect(await holder.exitCode).toBe(1);
  expect(holder.said()).toContain(join(base, 'file'));
});

test('a data folder too deep for a socket gets a private socket folder elsewhere, removed at the end', async () => {
  const deep = join(base, 'x'.repeat(60), 'y'.repeat(60));
  await mkdir(deep, { recursive: true });
  const holder = start(deep);
  const { host = '' } = await holder.owner;
  expect(host.startsWith(deep)).toBe(false);
  expect((await stat(host)).mode & 0o777).toBe(0o700);
  await stop(holder);
  expect(existsSync(host)).toBe(false);
});
