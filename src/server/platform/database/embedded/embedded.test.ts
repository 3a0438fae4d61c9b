import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ClientConfig } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Holder, startHolder } from '../testing/holder.ts';
import { childrenOf, isRunning, killAll, parentOf } from '../testing/process-tree.ts';
import { withClient } from '../with-client.ts';
import { readPostmaster } from './postmaster.ts';

let base: string;
/** A data folder after its first start, with a table `kept` that holds 1; tests work on copies of it. */
let filled: string;
const started: Holder[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'mamori-embedded-'));
  filled = join(base, 'filled');
  const holder = start(filled);
  await query(await holder.owner, 'create table kept (n int); insert into kept values (1)');
  await stop(holder);
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

/** A folder of the test's own, in a path that needs quoting. */
const newFolder = async () => join(await mkdtemp(join(base, 'test-')), 'データ, "1"');

/** The same with what the filled folder holds. */
async function filledFolder(): Promise<string> {
  const dataDir = await newFolder();
  await promisify(execFile)('cp', ['-a', filled, dataDir]);
  return dataDir;
}

function start(dataDir: string, purpose: 'server' | 'command' = 'server'): Holder {
  const holder = startHolder(dataDir, purpose);
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

async function postmasterPid(dataDir: string): Promise<number> {
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
  const dataDir = await newFolder();
  await mkdir(join(dataDir, 'postgres.draft-1-2'), { recursive: true });
  const holder = start(dataDir);
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
  await stop(holder);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
});

test('secrets and data are closed to other users', async () => {
  for (const name of ['postgres', 'secrets', 'socket', 'secrets/database-owner.txt', 'postgres.log'])
    expect((await stat(join(filled, name))).mode & 0o077).toBe(0);
});

test('what was committed is there after a clean restart, with the password of before', async () => {
  const dataDir = await filledFolder();
  const holder = start(dataDir);
  expect(await rows(await holder.owner)).toEqual([{ n: 1 }]);
});

test('a second server on the same folder is refused and told who has it', async () => {
  const dataDir = await filledFolder();
  const first = start(dataDir);
  await first.owner;
  const second = start(dataDir);
  expect(await second.exitCode).toBe(1);
  expect(second.said()).toContain(`Mamori（npm start）（プロセス ${first.process.pid}`);
  expect(await rows(await first.owner)).toEqual([{ n: 1 }]);
});

test('a command joins the database of a running server and leaves it running', async () => {
  const dataDir = await filledFolder();
  const server = start(dataDir);
  const owner = await server.owner;
  const command = start(dataDir, 'command');
  expect(await rows(await command.owner)).toEqual([{ n: 1 }]);
  await stop(command);
  expect(await rows(owner)).toEqual([{ n: 1 }]);
});

test('a command brings the database up by itself, and a second command waits for its turn', async () => {
  const dataDir = await filledFolder();
  const first = start(dataDir, 'command');
  await first.owner;
  const second = start(dataDir, 'command');
  expect(await becomesTrue(() => second.said().includes('を待っています'), 5)).toBe(true);
  await stop(first);
  expect(await rows(await second.owner)).toEqual([{ n: 1 }]);
});

test('guard, server and all backends killed together: Mamori notices, and the next start works unaided', async () => {
  const dataDir = await filledFolder();
  const holder = start(dataDir);
  await query(await holder.owner, 'insert into kept values (2)');
  const server = await postmasterPid(dataDir);
  const victims = [parentOf(server), server, ...childrenOf(server)];
  expect(victims.length).toBeGreaterThan(3);
  killAll(victims);
  expect(await holder.exitCode).toBe(70);
  expect(await rows(await start(dataDir).owner)).toEqual([{ n: 1 }, { n: 2 }]);
});

test("Node's process group killed: nothing is left running, and the next start works unaided", async () => {
  const dataDir = await filledFolder();
  const holder = start(dataDir);
  await query(await holder.owner, 'insert into kept values (2)');
  const server = await postmasterPid(dataDir);
  const everyone = [parentOf(server), ...childrenOf(parentOf(server)), ...childrenOf(server)];
  process.kill(-(holder.process.pid ?? 0), 'SIGKILL');
  expect(await becomesTrue(() => !everyone.some(isRunning), 8)).toBe(true);
  expect(await rows(await start(dataDir).owner)).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a start that meets a server still stopping says so, waits, and leaves its postmaster.pid alone', async () => {
  const dataDir = await filledFolder();
  const holder = start(dataDir);
  await holder.owner;
  const server = await postmasterPid(dataDir);
  const [slow = 0] = childrenOf(server);
  process.kill(slow, 'SIGSTOP');
  process.kill(-(holder.process.pid ?? 0), 'SIGKILL');
  const next = start(dataDir);
  expect(await becomesTrue(() => next.said().includes('まだ終了処理をしています'), 10)).toBe(true);
  expect(await postmasterPid(dataDir)).toBe(server);
  process.kill(slow, 'SIGCONT');
  expect(await rows(await next.owner)).toEqual([{ n: 1 }]);
  expect(await postmasterPid(dataDir)).not.toBe(server);
});

test('a server that does not come to the end of stopping is ended at once, and the next start works unaided', async () => {
  const dataDir = await filledFolder();
  const holder = start(dataDir);
  await query(await holder.owner, 'insert into kept values (2)');
  const [stuck = 0] = childrenOf(await postmasterPid(dataDir));
  process.kill(stuck, 'SIGSTOP');
  process.kill(-(holder.process.pid ?? 0), 'SIGKILL');
  expect(await rows(await start(dataDir).owner)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(isRunning(stuck)).toBe(false);
});

test('a server killed while it wrote its lock files leaves nothing in the way of the next start', async () => {
  const dataDir = await filledFolder();
  await writeFile(join(dataDir, 'socket/.s.PGSQL.5432.lock'), '');
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), '');
  expect(await rows(await start(dataDir).owner)).toEqual([{ n: 1 }]);
});

test('without the secrets the start is refused with what to restore', async () => {
  const dataDir = await filledFolder();
  await rm(join(dataDir, 'secrets'), { recursive: true });
  const holder = start(dataDir);
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
