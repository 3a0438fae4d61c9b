import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordEvent } from '../../platform/activity/record-event.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { beginRun, lastFinishedAt, lastPassedTrial, saveDone, saveTrial } from './backup-run-repository.ts';
import { askForBackup } from './daily-backup.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const setUp = { act: 'identity.set-up', subject: randomUUID(), at: new Date('2026-01-01T00:00:00Z'), actor: null };
  await asSystem(server.db, (tx) => recordEvent(tx, setUp));
});
afterAll(() => server.stop());

/** Whether two processes that look at this time ask for a backup, for which then one job waits. */
async function askedAt(now: string): Promise<boolean> {
  const asking = { db: server.db, now: () => new Date(now), schedule: { time: '03:00' } };
  await Promise.all([askForBackup(asking), askForBackup(asking)]);
  return withClient(server.database.owner, async (client) => {
    const { rowCount } = await client.query(
      "delete from graphile_worker._private_jobs where key = 'backup.scheduled' returning 1",
    );
    expect(rowCount).toBeLessThan(2);
    return rowCount === 1;
  });
}
const begun = (at: string) => asSystem(server.db, (tx) => beginRun(tx, 'a', new Date(at)));
const done = { bytes: 1, rows: 1, encrypted: true, copy: 'none' } as const;
const finish = (id: string, at: string) => asSystem(server.db, (tx) => saveDone(tx, id, done, new Date(at)));
const passed = (id: string, at: string) =>
  asSystem(server.db, (tx) => saveTrial(tx, id, { state: 'passed', failure: null }, new Date(at)));
const passedBy = (latest: string) => asSystem(server.db, (tx) => lastPassedTrial(tx, new Date(latest)));
const finishedBy = (latest: string) => asSystem(server.db, (tx) => lastFinishedAt(tx, new Date(latest)));

test('a backup is asked for once a day from its time on, and made up for in the morning', async () => {
  expect(await askedAt('2026-11-24T17:59:00Z')).toBe(false);
  expect(await askedAt('2026-11-24T18:00:00Z')).toBe(true);
  const id = await begun('2026-11-24T18:00:01Z');
  await finish(id, '2026-11-24T18:05:00Z');
  await passed(id, '2026-11-24T18:09:00Z');
  expect(await askedAt('2026-11-24T18:06:00Z')).toBe(false);
  expect(await askedAt('2026-11-26T00:00:00Z')).toBe(true);
});

test('one made while the clock was ahead holds up none of those of today, and is not the newest', async () => {
  const id = await begun('2027-11-24T18:00:01Z');
  await finish(id, '2027-11-24T18:05:00Z');
  await passed(id, '2027-11-24T18:09:00Z');
  expect(await askedAt('2026-11-26T18:00:00Z')).toBe(true);
  await begun('2026-11-26T18:00:01Z');
  expect(await askedAt('2026-11-26T18:01:00Z')).toBe(false);
  expect(await askedAt('2026-11-27T18:01:00Z')).toBe(true);
  expect(await finishedBy('2026-11-27T00:00:00Z')).toEqual(new Date('2026-11-24T18:05:00Z'));
  expect(await passedBy('2026-11-27T00:00:00Z')).toEqual(new Date('2026-11-24T18:09:00Z'));
});
