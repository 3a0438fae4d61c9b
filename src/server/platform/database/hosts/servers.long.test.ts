import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWithoutConnection } from '../../http/contract-errors.ts';
import { connectionOf } from '../database-url.ts';
import { killAll } from '../testing/process-tree.ts';
import { type Replicated, startReplicated } from '../testing/replicated.ts';
import { withClient } from '../with-client.ts';
import { poolOf } from './database-client.ts';
import { configOf, plainOf } from './plain-config.ts';

let replicated: Replicated;
let config: pg.ClientConfig;
let pool: pg.Pool;

beforeAll(async () => {
  replicated = await startReplicated(({ owner }) =>
    withClient(owner, (client) => client.query('create table kept (n int primary key)')),
  );
  config = connectionOf(replicated.url(replicated.primary.owner), 'DATABASE_URL');
  pool = poolOf({ ...config, max: 4 });
  pool.on('error', () => undefined);
});
afterAll(async () => {
  await pool.end();
  await replicated.stop();
});

let next = 0;
async function write(): Promise<number> {
  next += 1;
  await pool.query('insert into kept values ($1)', [next]);
  return next;
}

/** Writes until one is taken; what fails meanwhile must be told as a database that is away. */
async function untilWritten(): Promise<number> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      expect(isWithoutConnection(error), String(error)).toBe(true);
      await pause(100);
    }
  }
}

const isStandby = async () =>
  (await pool.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')).rows[0]?.standby;
const kept = async () => (await pool.query<{ n: number }>('select n from kept')).rows.map(({ n }) => n);

test('of several hosts the one that takes writes is found, whichever stands first', async () => {
  const [a, b] = [replicated.primary.owner.host ?? '', replicated.standby.owner.host ?? ''];
  const url = replicated.url(replicated.primary.owner);
  for (const hosts of [`${a},${b}`, `${b},${a}`]) {
    const config = connectionOf(url.replace(`${a},${b}`, hosts), 'DATABASE_URL');
    const { rows } = await withClient(config, (client) => client.query('select pg_is_in_recovery() as standby'));
    expect(rows).toEqual([{ standby: false }]);
  }
});

test('without any host that takes writes it is told why, of each', async () => {
  const { host = '' } = replicated.standby.owner;
  const url = replicated
    .url(replicated.standby.owner)
    .replace(/host=[^,]*,/, `host=${host},`)
    .replace(`${host},${host}`, `/nowhere,${host}`);
  await expect(withClient(connectionOf(url, 'DATABASE_URL'), (client) => client.query('select 1'))).rejects.toThrow(
    /書き込めるサーバがありません（\/nowhere:5432 ソケットがありません.*、.*:5432 読み取り専用の複製です）/,
  );
});

test('a connection the server ends is not handed out again, and the next statement works', async () => {
  await write();
  await withClient(replicated.primary.owner, (client) =>
    client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user',
    ),
  );
  await untilWritten();
});

test('a connection on which nothing can be written any more is given up', async () => {
  const client = await pool.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  await client.query('set default_transaction_read_only = on');
  await expect(client.query('insert into kept values (0)')).rejects.toThrow(/read-only/);
  client.release();
  await pause(50);
  const now = await Promise.all([1, 2, 3, 4].map(() => pool.query('select pg_backend_pid() as pid')));
  expect(now.map((answer) => answer.rows[0].pid)).not.toContain(rows[0].pid);
});

test('the primary hangs and the standby is promoted: writes go on there, and nothing acknowledged is lost', async () => {
  await replicated.synchronous();
  const acknowledged = [await untilWritten(), await untilWritten()];
  const waiting = pool.query('select pg_sleep(600)').then(
    () => undefined,
    (error) => error,
  );
  const hanging = await replicated.primary.processes();
  for (const pid of hanging) process.kill(pid, 'SIGSTOP');
  await replicated.promote();
  acknowledged.push(await untilWritten());
  expect(isWithoutConnection(await waiting)).toBe(true);
  expect(await isStandby()).toBe(false);
  expect(await kept()).toEqual(expect.arrayContaining(acknowledged));
  killAll(hanging);
}, 60_000);

test('the old primary that comes back unaware is not followed', async () => {
  await replicated.primary.restart();
  const before = await kept();
  const asked = connectionOf(replicated.url(replicated.primary.owner), 'DATABASE_URL');
  for (const read of [
    () => kept(),
    () => withClient(asked, async (client) => (await client.query('select n from kept')).rows.map(({ n }) => n)),
  ])
    expect(await read()).toEqual(before);
}, 60_000);

/** For longer than it takes to look at all hosts again. */
async function refusedFor(ms: number): Promise<void> {
  const thread = configOf(structuredClone(plainOf(config)));
  for (const until = Date.now() + ms; Date.now() < until; await pause(200)) {
    for (const call of [write, () => withClient(thread, (client) => client.query('select 1'))]) {
      const error: unknown = await call().then(
        () => 'it was followed',
        (reason) => reason,
      );
      expect(isWithoutConnection(error), String(error)).toBe(true);
    }
  }
  await expect(write()).rejects.toThrow(/ほかのサーバに替わられた古いサーバです/);
}

test('where only the old primary answers, it is not followed either, whatever it tells of its timeline', async () => {
  await untilWritten();
  const before = await kept();
  const { superuser, owner } = replicated.primary;
  const onOld = (text: string) =>
    withClient({ ...superuser, database: owner.database ?? '' }, (client) => client.query(text));
  // Else it would take no write for want of the other, and prove nothing.
  await onOld('alter system reset synchronous_standby_names');
  await onOld('select pg_reload_conf()');
  const written = async () => (await onOld('select max(n) as n, pg_is_in_recovery() as standby from kept')).rows;
  const old = await written();
  expect(old).toMatchObject([{ standby: false }]);
  killAll(await replicated.standby.processes());
  await refusedFor(6_000);
  await onOld('revoke execute on function pg_walfile_name(pg_lsn) from public');
  await refusedFor(6_000);
  expect(await written()).toEqual(old);
  await replicated.standby.restart();
  const after = await untilWritten();
  expect(await kept()).toEqual([...before, after]);
}, 120_000);
