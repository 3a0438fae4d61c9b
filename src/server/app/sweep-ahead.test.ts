import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../platform/database/transaction.ts';
import { sweepWatchfully } from './sweep.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const later = (days: number) => new Date(server.clock.now.getTime() + days * 24 * 60 * 60 * 1000);
const round = (days: number) => sweepWatchfully(server.db, later(days));

const ask = (at: Date) =>
  asSystem(server.db, (tx) =>
    tx
      .insertInto('reset_request')
      .values({ id: randomUUID(), account: Buffer.alloc(32), place: Buffer.alloc(32), sealed: null, asked_at: at })
      .execute(),
  );
const kept = () =>
  asSystem(server.db, async (tx) => (await tx.selectFrom('reset_request').select('id').execute()).length);
const rounds = () =>
  asSystem(server.db, (tx) =>
    tx.selectFrom('system_event').select(['act', 'detail']).where('subject', '=', 'retention').orderBy('at').execute(),
  );

test('a clock set ahead by years removes nothing on its first day; one that still stands there the next day is believed', async () => {
  await ask(later(0));
  await round(0);
  await round(0.5);
  expect(await kept()).toBe(1);
  await round(1.5);
  expect(await kept()).toBe(0);

  await ask(later(5));
  await round(1000);
  await round(1000.5);
  expect(await kept()).toBe(1);
  await round(2.5);
  expect(await kept()).toBe(1);
  await round(1001.5);
  expect(await kept()).toBe(0);

  const [waited, swept] = ['retention.waited', 'retention.swept'];
  expect(await rounds()).toEqual([
    { act: waited, detail: {} },
    { act: waited, detail: {} },
    { act: swept, detail: { 'reset-request': 1 } },
    { act: swept, detail: {} },
    { act: waited, detail: {} },
    { act: waited, detail: {} },
    { act: swept, detail: { 'reset-request': 1 } },
  ]);
});
