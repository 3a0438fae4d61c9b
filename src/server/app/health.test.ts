import { expect, test } from 'vitest';
import { startTestServer } from './testing/test-server.ts';
import { addSignedIn } from './testing/world.ts';

test('who asks for the health is told when the database is gone, and the log is not filled with it', async () => {
  const server = await startTestServer();
  const { cookie } = await addSignedIn(server, '雨宮');
  const ask = async (path: string) => {
    const response = await fetch(server.url + path, { headers: { cookie } });
    return { status: response.status, body: await response.json() };
  };
  expect(await ask('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
  await server.database.drop();
  for (let times = 0; times < 3; times += 1) {
    expect(await ask('/healthz')).toEqual({ status: 503, body: { status: 'database-unreachable' } });
  }
  expect(await ask('/api/v1/session')).toMatchObject({ status: 503, body: { code: 'try-later' } });
  expect(server.errors).toEqual([]);
  await server.stop();
});
