import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type Database, openPool } from '../database/pool.ts';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { asPerson, asSystem } from '../database/transaction.ts';
import { withClient } from '../database/with-client.ts';
import { patient } from '../testing/patient.ts';
import { enqueue, recallJobs } from './enqueue.ts';
import { newestJobMigration } from './migrate-jobs.ts';
import { type Jobs, startJobs } from './run-jobs.ts';

let database: FreshDatabase;
let app: Database;
let ran = 0;
let held: Promise<void> | undefined;
let fails = 0;
const logged: string[] = [];
const running: Jobs[] = [];
const idle = async () => undefined;

function start(alone = false): Jobs {
  const jobs = startJobs({
    owner: database.owner,
    alone,
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    handlers: {
      'mail.send': idle,
      'mail.purge': idle,
      'identity.reset-requested': idle,
      'identity.person-erased': idle,
      'retention.due': idle,
      'due.remind': idle,
      'plan.due-again': idle,
      'sheet.areas-assigned': idle,
      'webhook.deliver': idle,
      'audit.correction-due': idle,
      'activity.seal': async () => {
        ran += 1;
        await held;
        if (fails > 0) {
          fails -= 1;
          throw new Error('the secret of the patient');
        }
      },
    },
  });
  running.push(jobs);
  return jobs;
}

const asOwner = (statement: string) => withClient(database.owner, (client) => client.query(statement));
const waiting = async () =>
  (await asOwner('select task_identifier, key, last_error from graphile_worker.jobs order by id')).rows;

beforeAll(async () => {
  database = await freshDatabase();
  app = openPool(database.app, () => undefined);
});
afterAll(async () => {
  for (const jobs of running) await jobs.stop();
  await app.close();
  await database.drop();
});

test('the version of the tables of the jobs is the one that is installed', async () => {
  const { rows } = await asOwner('select max(id) as id from graphile_worker.migrations');
  expect(rows).toEqual([{ id: newestJobMigration }]);
});

test('a job is asked for in any transaction, is there once that is committed, and never after it was undone', async () => {
  await asSystem(app.db, (tx) => enqueue(tx, 'activity.seal', {}));
  await asPerson(app.db, {}, (tx) => enqueue(tx, 'activity.seal', {}));
  const undone = asSystem(app.db, async (tx) => {
    await enqueue(tx, 'activity.seal', {});
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await waiting()).toHaveLength(2);
});

test('jobs that wait under one name are one', async () => {
  const before = (await waiting()).length;
  for (let time = 0; time < 3; time += 1)
    await asSystem(app.db, (tx) => enqueue(tx, 'activity.seal', {}, { onlyOne: 'once' }));
  expect(await waiting()).toHaveLength(before + 1);
});

test('a payload that carries more than ids and codes is refused by the database, and the queue is closed to the application', async () => {
  const letter = JSON.stringify({ to: 'yamada@example.jp' });
  await expect(sql`select enqueue_job('activity.seal', ${letter}::json, null, null)`.execute(app.db)).rejects.toThrow(
    'ids and codes only',
  );
  const letters = JSON.stringify([{ payload: { to: 'yamada@example.jp' } }]);
  await expect(sql`select enqueue_jobs('activity.seal', ${letters}::json)`.execute(app.db)).rejects.toThrow(
    'ids and codes only',
  );
  await expect(sql`select * from graphile_worker.jobs`.execute(app.db)).rejects.toThrow('permission denied');
  await expect(sql`select graphile_worker.add_job('activity.seal')`.execute(app.db)).rejects.toThrow(
    'permission denied',
  );
});

test('what waits is run, and a failure is tried again without its words standing in the queue', async () => {
  fails = 1;
  start();
  await vi.waitUntil(() => ran >= 3, patient);
  await vi.waitUntil(async () => (await waiting()).length <= 1, patient);
  const [failed] = await waiting();
  expect(failed?.last_error).toBe('activity.seal failed');
  await vi.waitUntil(async () => (await waiting()).length === 0, { timeout: 20_000 });
  expect(logged.join('')).toContain('job failed');
});

test('two processes run each job once, and start again by themselves after the database was gone', async () => {
  start();
  const { database: name } = database.owner;
  await withClient(inject('testCluster').administrator, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]),
  );
  ran = 0;
  await vi.waitUntil(
    () =>
      asSystem(app.db, (tx) => enqueue(tx, 'activity.seal', {})).then(
        () => true,
        () => false,
      ),
    patient,
  );
  await vi.waitUntil(() => ran > 0, { timeout: 20_000 });
  await vi.waitUntil(async () => (await waiting()).length === 0, patient);
  expect(ran).toBe(1);
});

test('a job under way when the database was lost is not left taken for hours', async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  const { database: name } = database.owner;
  const gate = Promise.withResolvers<void>();
  ran = 0;
  held = gate.promise;
  await asSystem(app.db, (tx) => enqueue(tx, 'activity.seal', {}));
  start();
  await vi.waitUntil(() => ran === 1, patient);
  await withClient(inject('testCluster').administrator, async (client) => {
    await client.query(`alter database ${name} allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    held = undefined;
    gate.resolve();
    await pause(3_000);
    await client.query(`alter database ${name} allow_connections true`);
  });
  await vi.waitUntil(() => ran === 2, { timeout: 20_000 });
  await vi.waitUntil(async () => (await waiting()).length === 0, patient);
});

test('a job of a process that was killed is taken up by the next one that is alone', async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  ran = 0;
  await asSystem(app.db, (tx) => enqueue(tx, 'activity.seal', {}));
  await asOwner(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead', attempts = 1`);
  start(true);
  await vi.waitUntil(() => ran === 1, patient);
});

const runAt = async () =>
  (await asOwner(`select key, run_at > now() as waits from graphile_worker.jobs order by key`)).rows;

test('a job put off by a clock that was ahead is due, one that has its day to wait is not', async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  await asSystem(app.db, async (tx) => {
    await enqueue(tx, 'activity.seal', {}, { onlyOne: 'a year', runAt: inDays(365) });
    await enqueue(tx, 'retention.due', {}, { onlyOne: 'tomorrow', runAt: inDays(1) });
    await enqueue(tx, 'mail.purge', {}, { onlyOne: 'in a month', runAt: inDays(31) });
    const decided = { facilityId: randomUUID(), requestId: randomUUID() };
    await enqueue(tx, 'plan.due-again', decided, { onlyOne: 'in 400 days', runAt: inDays(400) });
    const reminded = { facilityId: randomUUID(), kind: 'task' as const, subject: randomUUID(), personId: randomUUID() };
    await enqueue(tx, 'due.remind', reminded, { onlyOne: 'in two years', runAt: inDays(730) });
    const finding = { facilityId: randomUUID(), findingId: randomUUID(), leadId: randomUUID(), dueOn: '2027-03-31' };
    await enqueue(tx, 'audit.correction-due', finding, { onlyOne: 'in half a year', runAt: inDays(180) });
  });
  expect(await recallJobs(app.db)).toBe(1);
  expect(await runAt()).toEqual([
    { key: 'a year', waits: false },
    { key: 'in 400 days', waits: true },
    { key: 'in a month', waits: true },
    { key: 'in half a year', waits: true },
    { key: 'in two years', waits: true },
    { key: 'tomorrow', waits: true },
  ]);
});
