import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAway, ProviderAway, providerFetch } from './provider-fetch.ts';

const answers: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/right': (response) => response.end('{}'),
  '/slow': (response) => response.write('{'),
  '/huge': (response) => response.end(Buffer.alloc(600 * 1024, 32)),
  '/broken': (response) => response.writeHead(503).end(),
  '/elsewhere': (response) => response.writeHead(302, { location: '/right' }).end(),
};
const server = createServer(({ url = '' }, response) => void answers[url]?.(response));
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const ask = (path: string, kept = [at(path)]) =>
  providerFetch(kept, 200)(at(path), { method: 'GET', headers: {}, body: undefined, redirect: 'manual' });

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a provider that answers as it should is heard', async () => {
  const answer = await ask('/right');
  expect([answer.status, await answer.text()]).toEqual([200, '{}']);
});

test.each(['/slow', '/huge', '/broken'])('a provider whose answer is %s is away', async (path) => {
  await expect(ask(path)).rejects.toSatisfy(isAway);
});

test('a redirect is not followed, and an address that was not kept is not asked', async () => {
  expect((await ask('/elsewhere', [at('/elsewhere'), at('/right')])).status).toBe(302);
  await expect(ask('/right', [at('/slow')])).rejects.toBeInstanceOf(ProviderAway);
});
