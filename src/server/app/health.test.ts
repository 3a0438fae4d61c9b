import { expect, test, vi } from 'vitest';
import { healthOf } from './health.ts';
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
  await vi.waitFor(async () => expect((await ask('/healthz')).status).toBe(503), { timeout: 20_000 });
  for (let times = 0; times < 3; times += 1) {
    expect(await ask('/healthz')).toEqual({ status: 503, body: { status: 'database-unreachable' } });
  }
  expect(await ask('/api/v1/session')).toMatchObject({ status: 503, body: { code: 'try-later' } });
  expect(server.errors).toEqual([]);
  await server.stop();
});

test('however many ask, the database is asked once a second', async () => {
  const server = await startTestServer();
  let at = 0;
  const health = healthOf({ db: server.db }, () => at);
  const [first, ...others] = Array.from({ length: 1_000 }, health);
  expect(others.every((other) => other === first)).toBe(true);
  expect(await first).toEqual({ status: 'ok' });
  at = 999;
  expect(health()).toBe(first);
  at = 1_000;
  const next = health();
  expect(next).not.toBe(first);
  expect(await next).toEqual({ status: 'ok' });
  await server.stop();
});
