import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

let server: TestServer;
let strict: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  strict = await startTestServer({ connectionLimits: { headMs: 300, requestMs: 900, connectionsOfOne: 4 } });
});
afterAll(async () => {
  await server.stop();
  await strict.stop();
});

const huge = 1_000_000_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);

type Line = { readonly socket: Socket; readonly said: () => string; readonly ended: Promise<void> };

function openLine({ url }: TestServer): Line {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (bytes) => {
    said += bytes.toString('latin1');
  });
  socket.on('error', () => undefined);
  return { socket, said: () => said, ended: new Promise((resolve) => socket.once('close', () => resolve())) };
}

const answered = async ({ said }: Line, within = 3_000) => {
  for (let waited = 0; said() === '' && waited < within; waited += 10) await wait(10);
  return statusOf(said());
};

type Kind = readonly [string, string, () => string, () => string, number];
const kinds: readonly Kind[] = [
  ['a JSON endpoint of a facility', 'PUT', () => `/facilities/${world.here.id}/profile`, () => planner(), 413],
  [
    'a streamed upload',
    'POST',
    () => `/facilities/${world.here.id}/items/S1/evidence?name=a.pdf`,
    () => planner(),
    413,
  ],
  ['a streamed import', 'POST', () => '/register/imports?name=a.csv', () => world.administrator.cookie, 413],
  ['an open door', 'POST', () => '/session', () => '', 413],
  ['an endpoint nobody may call like this', 'PUT', () => `/facilities/${world.here.id}/profile`, () => '', 401],
  ['no endpoint at all', 'POST', () => '/nothing', () => '', 404],
];
const planner = () => world.here.people.planner.cookie;

const head = (method: string, path: string, cookie: string, more: readonly string[]) =>
  [
    `${method} /api/v1${path} HTTP/1.1`,
    'Host: x',
    `Cookie: ${cookie}`,
    'Content-Type: application/json',
    ...more,
    '',
    '',
  ].join('\r\n');

describe.each(kinds)('a body too large for %s', (_, method, path, cookie, status) => {
  it('is refused by its declared length, before a byte of it came', async () => {
    const line = openLine(server);
    line.socket.write(head(method, path(), cookie(), [`Content-Length: ${huge}`]));
    expect(await answered(line)).toBe(status);
    line.socket.destroy();
  });

  it('is refused while it comes in where no length is declared', async () => {
    const line = openLine(server);
    line.socket.write(head(method, path(), cookie(), ['Transfer-Encoding: chunked']));
    const size = 1024 * 1024;
    const chunk = `${size.toString(16)}\r\n${'%PDF-1.7\n'.padEnd(size)}\r\n`;
    let sent = 0;
    for (; line.said() === '' && sent < 400 && !line.socket.destroyed; sent += 1) {
      if (!line.socket.write(chunk))
        await Promise.race([new Promise((ready) => line.socket.once('drain', ready)), wait(500)]);
      await wait(0);
    }
    expect(await answered(line)).toBe(status);
    expect(sent).toBeLessThan(400);
    line.socket.destroy();
  });
});

describe('the head of a request', () => {
  it.each([
    ['a path', { path: `/api/v1/${'x'.repeat(20_000)}`, headers: {} }],
    ['a header', { path: '/api/v1/sheets', headers: { 'x-long': 'x'.repeat(20_000) } }],
  ])('is refused where %s is longer than any of ours', async (_, { path, headers }) => {
    const response = await fetch(server.url + path, { headers });
    expect(response.status).toBe(431);
  });

  it('is cut off where it does not come to its end, and where it never begins', async () => {
    const [slow, silent] = [openLine(strict), openLine(strict)];
    slow.socket.write('GET /api/v1/sheets HTTP/1.1\r\nHost: x\r\n');
    const dripping = setInterval(() => slow.socket.write('X-A: b\r\n'), 50);
    const cut = await Promise.race([
      Promise.all([slow.ended, silent.ended]).then(() => 'cut'),
      wait(5_000).then(() => 'open'),
    ]);
    clearInterval(dripping);
    expect({ cut, status: statusOf(slow.said()) }).toEqual({ cut: 'cut', status: 408 });
  });
});

it('a body that drips in is cut off', async () => {
  const line = openLine(strict);
  line.socket.write(head('POST', '/session', '', ['Content-Length: 1000']));
  const dripping = setInterval(() => line.socket.write(' '), 50);
  const cut = await Promise.race([line.ended.then(() => 'cut'), wait(5_000).then(() => 'open')]);
  clearInterval(dripping);
  expect(cut).toBe('cut');
});

it('one address holds so many connections and no more, and gets new ones as it lets go', async () => {
  const lines = Array.from({ length: 10 }, () => openLine(strict));
  await wait(100);
  const kept = lines.filter(({ socket }) => !socket.destroyed);
  expect(kept).toHaveLength(4);
  for (const { socket } of kept) socket.destroy();
  await wait(100);
  expect((await fetch(`${strict.url}/api/v1/sheets`)).status).toBe(200);
});
