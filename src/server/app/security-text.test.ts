import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const publicUrl = 'https://mamori.example.jp';
let silent: TestServer;
let told: TestServer;
beforeAll(async () => {
  silent = await startTestServer();
  told = await startTestServer({ tls: true, publicUrl, securityContact: 'mailto:security@example.jp' });
});
afterAll(async () => {
  await silent.stop();
  await told.stop();
});

const asked = (server: TestServer) => fetch(`${server.url}/.well-known/security.txt`);

test('where the operator takes reports stands at the usual place, good for half a year', async () => {
  const reply = await asked(told);
  expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect((await reply.text()).split('\n')).toEqual([
    'Contact: mailto:security@example.jp',
    'Expires: 2027-05-20T03:00:00Z',
    'Preferred-Languages: ja, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ]);
});

test('nothing stands there while no contact is set: an address nobody reads would be worse', async () => {
  expect((await asked(silent)).status).toBe(404);
});
