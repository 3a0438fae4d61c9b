import { createServer, connect as open, type Socket } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isWithoutConnection } from '../http/contract-errors.ts';
import { type Database, openPool } from './pool.ts';
import { type FreshDatabase, freshDatabase } from './testing/fresh-database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** A line to the database that can fall silent, as when the machine at its other end goes away without a word. */
async function silencedLine() {
  const { host = '', port = 5432 } = database.app;
  const sockets: Socket[] = [];
  const line = { silent: false };
  const server = createServer((near) => {
    const far = host.startsWith('/') ? open(join(host, `.s.PGSQL.${port}`)) : open(port, host);
    sockets.push(near, far);
    near.on('data', (bytes) => line.silent || far.write(bytes)).on('error', () => far.destroy());
    far.on('data', (bytes) => line.silent || near.write(bytes)).on('error', () => near.destroy());
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    line,
    config: { ...database.app, host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Under load an answer may come later than the test is patient. */
const works = (db: Database['db']) => vi.waitFor(() => sql`select 1`.execute(db), { timeout: 20_000, interval: 100 });

test('a database that went away without a word is no longer waited for, and used again once it is back', async () => {
  const { line, config, close } = await silencedLine();
  const { db, close: closePool } = openPool(config, () => undefined, { silentMs: 300, askMs: 500, longestMs: 60_000 });
  await sql`select 1`.execute(db);
  line.silent = true;
  const failed = await db
    .transaction()
    .execute((tx) => sql`select 1`.execute(tx))
    .catch((error: unknown) => error);
  expect(isWithoutConnection(failed), String(failed)).toBe(true);
  line.silent = false;
  await works(db);
  await closePool();
  close();
});

test('a statement that only takes long is waited for while the database is there', async () => {
  const { db, close } = openPool(database.app, () => undefined, { silentMs: 50, askMs: 20_000, longestMs: 60_000 });
  const { rows } = await sql<{ n: number }>`select 1 as n from pg_sleep(1)`.execute(db);
  expect(rows).toEqual([{ n: 1 }]);
  await close();
});

test('a single connection that is silent is given up too, if later', async () => {
  const { db, close } = openPool(database.app, () => undefined, { silentMs: 50, askMs: 20_000, longestMs: 1_000 });
  const failed = await sql`select pg_sleep(20)`.execute(db).catch((error: unknown) => error);
  expect(isWithoutConnection(failed), String(failed)).toBe(true);
  await works(db);
  await close();
});
