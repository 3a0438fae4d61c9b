import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pino from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openPool } from '../database/pool.ts';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { asSystem } from '../database/transaction.ts';
import { withClient } from '../database/with-client.ts';
import { patient } from '../testing/patient.ts';
import { enqueue } from './enqueue.ts';
import { startJobs } from './run-jobs.ts';
import { absencesAt } from './watch-workers.ts';

const watch = { everyMs: 200, absentMs: 1_000 };
let database: FreshDatabase;
let app: Database;
beforeAll(async () => {
  database = await freshDatabase();
  app = openPool(database.app, () => undefined);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const code = `const { startJobs } = await import(process.env.JOBS);
  const quiet = () => undefined;
  startJobs({
    owner: JSON.parse(process.env.OWNER), alone: false, watch: ${JSON.stringify(watch)},
    log: { warn: quiet, debug: quiet },
    handlers: { 'activity.seal': () => { process.stdout.write('begun'); return new Promise(quiet); } },
  });`;

/** A process of its own that begins the next job and never comes to its end. */
function startProcess() {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const here = pathToFileURL(join(import.meta.dirname, 'run-jobs.ts')).href;
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code];
  return spawn(process.execPath, flags, {
    env: { ...env, JOBS: here, OWNER: JSON.stringify(database.owner) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('a job of a process that lives is left to it, and one of a process that was killed is done by another', async () => {
  const logged: string[] = [];
  let ran = 0;
  const idle = async () => undefined;
  await asSystem(app.db, (tx) => enqueue(tx, 'activity.seal', {}));
  const other = startProcess();
  await once(other.stdout, 'data');
  const jobs = startJobs({
    owner: database.owner,
    alone: false,
    watch,
    log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
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
      },
    },
  });
  await pause(3 * watch.absentMs);
  expect({ ran, logged }).toEqual({ ran: 0, logged: [] });
  other.kill('SIGKILL');
  await once(other, 'exit');
  await vi.waitUntil(() => ran === 1, { timeout: 25_000 });
  const left = () =>
    withClient(database.owner, async (client) => (await client.query('select from graphile_worker.jobs')).rowCount);
  await vi.waitUntil(async () => (await left()) === 0, patient);
  expect(logged.join('')).toContain('jobs of a process that is gone');
  await jobs.stop();
}, 60_000);

test('an absence counts from its beginning, and anew once the worker was there', () => {
  const first = absencesAt(new Map(), ['a', 'b'], 10);
  const second = absencesAt(first, ['b', 'c'], 20);
  expect([...second]).toEqual([
    ['b', 10],
    ['c', 20],
  ]);
  expect([...absencesAt(second, ['a'], 30)]).toEqual([['a', 30]]);
});
