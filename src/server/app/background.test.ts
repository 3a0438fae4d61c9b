import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../catalogue/index.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import { verifyBackup } from '../platform/backup/restore-backup.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import { openLog } from '../platform/log.ts';
import { type Background, startBackground } from './background.ts';
import { startTestServer, type TestServer, testWebhooks } from './testing/test-server.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const patient = { timeout: 20_000, interval: 20 };
let server: TestServer;
let folder: string;
let background: Background;
let looks: number;

beforeAll(async () => {
  server = await startTestServer();
  const setUp = { act: 'identity.set-up', subject: randomUUID(), at: new Date('2026-01-01T00:00:00Z'), actor: null };
  await asSystem(server.db, (tx) => recordEvent(tx, setUp));
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'background-'));
  looks = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await background.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Its minutes pass by the test's word, its clock is the test server's. */
function start(clock = server.clock): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { owner } = server.database;
  const schedule = { folder, copyFolder: undefined, time: '03:00' };
  background = startBackground({
    db: server.db,
    owner,
    log: openLog('silent'),
    alone: true,
    catalogue: loadCatalogue(),
    mail: undefined,
    webhooks: testWebhooks([]),
    backups: { schedule, owner, administrator: owner, passphrase: undefined, secrets: {}, product: '0.1.0' },
    origin: server.url,
    dataDir: folder,
    now: () => {
      looks += 1;
      return clock.now;
    },
  });
}

/** A minute passes, and the clock has come to this time. */
async function minuteUntil(now: string): Promise<void> {
  const before = looks;
  server.clock.now = new Date(now);
  vi.advanceTimersByTime(minuteMs);
  await vi.waitUntil(() => looks > before, patient);
}
const made = async () => (await readdir(folder)).filter((name) => !name.endsWith('.draft')).toSorted();
const untilMade = (count: number, meanwhile = () => undefined as unknown) =>
  vi.waitUntil(
    async () => {
      meanwhile();
      return (await made()).length === count;
    },
    { timeout: 40_000, interval: 200 },
  );
/** One that is asked for while the one before still ends is left out, and asked for again a minute later. */
const minutesPass = () => vi.advanceTimersByTime(minuteMs);

test('in the minute its time comes a backup is made by itself, once, and the next day again', async () => {
  server.clock.now = new Date('2026-11-24T17:58:10Z');
  start();
  await vi.waitUntil(() => looks > 0, patient);
  await minuteUntil('2026-11-24T17:59:10Z');
  await minuteUntil('2026-11-24T18:00:10Z');
  await untilMade(1, minutesPass);
  await minuteUntil('2026-11-24T18:01:10Z');
  await minuteUntil('2026-11-25T17:59:50Z');
  await minuteUntil('2026-11-25T18:00:50Z');
  await untilMade(2, minutesPass);
  expect(await made()).toEqual(['mamori-20261125-030010.backup', 'mamori-20261126-030050.backup']);
  expect((await verifyBackup(join(folder, 'mamori-20261126-030050.backup'), undefined)).tables.length).toBeGreaterThan(
    10,
  );
}, 120_000);

test('one whose time passed while nothing ran is made at the start, without a minute of waiting', async () => {
  server.clock.now = new Date('2026-11-27T21:30:00Z');
  start();
  await untilMade(1);
  expect(await made()).toEqual(['mamori-20261128-063000.backup']);
}, 60_000);

test('a job that a clock which was ahead had put off is done within the minute', async () => {
  const inAYear = new Date(Date.now() + 365 * dayMs);
  start();
  await vi.waitUntil(() => looks > 0, patient);
  await asSystem(server.db, (tx) => enqueue(tx, 'mail.purge', {}, { onlyOne: 'put off', runAt: inAYear }));
  const waiting = () =>
    withClient(server.database.owner, async (client) => {
      const { rowCount } = await client.query("select from graphile_worker._private_jobs where key = 'put off'");
      return rowCount;
    });
  expect(await waiting()).toBe(1);
  vi.advanceTimersByTime(minuteMs);
  await vi.waitUntil(async () => (await waiting()) === 0, patient);
}, 60_000);
