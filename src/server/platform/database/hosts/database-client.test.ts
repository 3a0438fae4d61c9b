import { type AddressInfo, createServer, Socket } from 'node:net';
import { sql } from 'kysely';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { openPool } from '../pool.ts';
import { withClient } from '../with-client.ts';
import { poolOf } from './database-client.ts';

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

/** A message of the protocol: its letter, its length, its content. */
function message(kind: string, content: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, Buffer.from(content, 'latin1')]);
}

test('a connection ended in the very moment it stands is told by the next statement and ends nothing else', async () => {
  const [signedIn, ready] = [message('R', '\0\0\0\0'), message('Z', 'I')];
  const ended = message('E', 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(Buffer.concat([signedIn, ready, ended])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pool = poolOf({ host: '127.0.0.1', port, user: 'mamori', database: 'mamori' });
  await expect(pool.query('select 1')).rejects.toThrow();
  await pool.end();
  server.close();
});
