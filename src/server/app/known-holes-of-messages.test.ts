import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webClient } from '../platform/http/web-client.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

let server: TestServer;
let world: World;
let folder: string;
const page = '<head></head><body>the page</body>';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mamori-holes-'));
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  writeFileSync(join(folder, 'web/index.html'), page);
  writeFileSync(join(folder, 'web/assets/page.js'), 'page();');
  writeFileSync(join(folder, 'package.json'), '{"dependencies":"secret of the machine"}');
  server = await startTestServer({ webClient: await webClient(join(folder, 'web')) });
  world = await makeWorld(server);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** What the server answers to bytes as they stand. */
async function raw(lines: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.end(lines.join('\r\n'));
  return text(socket);
}
const statusesIn = (answer: string) => [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
const hidden = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const head = ['POST /api/v1/session HTTP/1.1', 'Host: x', 'Content-Type: application/json'];

describe('smuggling a second request inside the first', () => {
  test.each([
    ['a length beside chunks', ['Content-Length: 6', 'Transfer-Encoding: chunked', '', '0', '', hidden]],
    ['chunks beside a length', ['Transfer-Encoding: chunked', 'Content-Length: 4', '', '0', '', hidden]],
    ['two lengths', ['Content-Length: 0', `Content-Length: ${hidden.length}`, '', hidden]],
    ['a coding nobody knows', ['Transfer-Encoding: xchunked', '', '0', '', hidden]],
    ['a blank before the colon', ['Transfer-Encoding : chunked', 'Content-Length: 4', '', '0', '', hidden]],
    ['a bare line feed in the head', [`X: a\nContent-Length: ${hidden.length}`, 'Content-Length: 0', '', hidden]],
  ])('by %s fails: the connection ends with the refusal', async (_, rest) => {
    expect(statusesIn(await raw([...head, ...rest]))).toEqual([400]);
  });
});

test('TRACE and CONNECT tell nothing back of what was sent', async () => {
  for (const method of ['TRACE', 'TRACK', 'CONNECT']) {
    const secret = 'mamori=a-secret-of-somebody';
    const answer = await raw([`${method} / HTTP/1.1`, 'Host: x', `Cookie: ${secret}`, 'Connection: close', '', '']);
    expect(answer, method).not.toContain(secret);

    for (const status of statusesIn(answer)) expect(status, method).toBeGreaterThanOrEqual(400);
  }
});

test('a name given twice in the query is refused, never half read', async () => {
  const { id, people } = world.here;
  const path = `/facilities/${id}/activity?kind=people&kind=reading`;
  expect(await request(server, people.auditor, { method: 'GET', path })).toMatchObject({
    status: 400,
    body: { code: 'input-not-valid' },
  });
});

test('the last word of a name given twice in a body does not pass a check made on the first', async () => {
  const { id, people } = world.here;
  const reply = await fetch(`${server.url}/api/v1/facilities/${id}/invitations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: people['facility-administrator'].cookie },
    body: '{"name":"佐藤","roles":["staff"],"roles":["system-administrator"]}',
  });
  expect(reply.status).toBe(400);
});

test.each(['/.git/config', '/.env', '/package.json', '/data/secrets/x.txt', '/assets/', '/assets/../package.json'])(
  'no file of the machine and no list of files is served: %s',
  async (path) => {
    const answer = await raw([`GET ${path} HTTP/1.1`, 'Host: x', 'Connection: close', '', '']);
    expect(answer.includes(page) || statusesIn(answer)[0] === 404).toBe(true);
    expect(answer).not.toMatch(/"dependencies"|\[core\]|secret of the machine|page\.js/);
  },
);

test('every answer says what it is, with its characters', async () => {
  const { id, people } = world.here;
  const types = async (path: string) =>
    (await request(server, people['facility-administrator'], { method: 'GET', path })).headers.get('content-type');
  expect(await types(`/facilities/${id}/members`)).toMatch(/^application\/json/);
  expect(await types('/nothing')).toMatch(/^application\/json/);
  expect(await types(`/facilities/${id}/activity.csv`)).toBe('text/csv; charset=utf-8');
});
