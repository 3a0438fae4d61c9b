import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { Caller } from '../installation.ts';
import { Writer } from './writer.ts';

type Stored = { readonly itemId: string; readonly note: string; readonly revision: number };

const run = '/facilities/1/runs/1';
const savedBefore = 10;
let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function bodyOf(request: AsyncIterable<Buffer>): Promise<{ note: string; revision: number }> {
  let body = '';
  for await (const part of request) body += part;
  return body === '' ? { note: '', revision: 0 } : JSON.parse(body);
}

const reply = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { connection: 'close' }).end(JSON.stringify(body));

/** A server that saves ten times, leaves one call without, and holds from then on what `after` makes of what was saved. */
async function failingOver(after: (saved: readonly Stored[], unanswered: Stored) => Stored | undefined) {
  let stored: Stored | undefined;
  const saved: Stored[] = [];
  server = createServer(async (request, response) => {
    const { note, revision } = await bodyOf(request);
    if (request.method === 'GET') return reply(response, 200, { answers: stored ? [stored] : [] });
    if (revision !== (stored?.revision ?? 0)) return reply(response, 409, { code: 'sheet/changed' });
    const asked = { itemId: 'S1', note, revision: revision + 1 };
    const isLost = saved.length === savedBefore;
    stored = isLost ? after(saved, asked) : asked;
    saved.push(asked);
    reply(response, isLost ? 503 : 200, isLost ? { code: 'try-later' } : asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function lostAfter(after: Parameters<typeof failingOver>[0]): Promise<readonly string[]> {
  const writer = new Writer(new Caller(await failingOver(after)), run, 'S1');
  await vi.waitUntil(() => writer.saves > 15, { timeout: 20_000 });
  expect(writer.failures).toHaveLength(1);
  return writer.end();
}

test.each<[string, Parameters<typeof failingOver>[0]]>([
  ['the one write without an answer was not saved', (saved) => saved.at(-1)],
  ['it was saved all the same', (_, unanswered) => unanswered],
])('nothing is lost where %s', async (_, after) => {
  expect(await lostAfter(after)).toEqual([]);
});

test.each<[string, Parameters<typeof failingOver>[0], string]>([
  ['the last acknowledged write is gone', (saved) => saved.at(-2), 'stored 9 「9 回目」, acknowledged 10 「10 回目」'],
  ['all of them are', () => undefined, 'stored 0 「」, acknowledged 10 「10 回目」'],
  ['another stands in its place', (saved) => ({ ...(saved.at(-1) as Stored), note: '1 回目' }), 'stored 10 「1 回目」'],
])('it is told, though writing goes on from there, where %s', async (_, after, told) => {
  expect(await lostAfter(after)).toEqual([expect.stringContaining(told)]);
});
