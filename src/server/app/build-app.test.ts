import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('what is read goes out packed to whoever can unpack it', async () => {
  const read = (encoding: string) =>
    fetch(`${server.url}/api/v1/sheets/hospital`, { headers: { 'accept-encoding': encoding } });
  const [packed, plain] = [await read('gzip'), await read('identity')];
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await packed.json()).toEqual(await plain.json());
});

test('an address without an endpoint is refused in Japanese, not answered with the page', async () => {
  const reply = await fetch(`${server.url}/api/v1/nothing-here`);
  expect(reply.status).toBe(404);
  expect(await reply.json()).toMatchObject({ code: 'not-found', message: expect.stringMatching(/[ぁ-ん]/) });
});
