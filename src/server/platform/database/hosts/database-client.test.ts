import { Socket } from 'node:net';
import { sql } from 'kysely';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { openPool } from '../pool.ts';
import { withClient } from '../with-client.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('every connection is one that notices a machine which has vanished without a word', async () => {
  const kept = vi.spyOn(Socket.prototype, 'setKeepAlive');
  const { administrator } = inject('testCluster');
  await withClient(administrator, (client) => client.query('select 1'));
  const { db, close } = openPool(administrator, () => undefined);
  await sql`select 1`.execute(db);
  await close();
  expect(kept.mock.calls).toEqual([
    [true, 10_000],
    [true, 10_000],
  ]);
});
