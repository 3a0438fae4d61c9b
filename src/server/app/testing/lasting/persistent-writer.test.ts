import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { patient } from '../../../platform/testing/patient.ts';
import { AnswerWriter } from './answer-writer.ts';
import { PersistentWriter } from './persistent-writer.ts';

type Stored = { readonly itemId: string; readonly note: string; readonly revision: number };
type Moment = (response: ServerResponse, asked: Stored) => Stored | undefined;

const awayFrom = 5;
const backFrom = 10;
let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

const reply = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { connection: 'close' }).end(JSON.stringify(body));
const clear = { code: 'try-later', message: 'しばらくしてから、もう一度お試しください。' };

/** A server that saves, is `away` for some calls, and holds what `away` last gave back, else what it held. */
async function goingAway(away: Moment): Promise<string> {
  let stored: Stored = { itemId: 'S1', note: '', revision: 0 };
  let calls = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET') return reply(response, 200, { answers: [stored] });
    const { note, revision } = (await json(request)) as Stored;
    calls += 1;
    const asked = { itemId: 'S1', note, revision: revision + 1 };
    if (calls > awayFrom && calls <= backFrom) {
      stored = away(response, asked) ?? stored;
      return;
    }
    if (revision !== stored.revision)
      return reply(response, 409, { code: 'sheet/changed', message: '変わっています。' });
    stored = asked;
    reply(response, 200, stored);
  };
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function through(away: Moment): Promise<{ told: readonly string[]; refusals: readonly string[] }> {
  const place = { url: await goingAway(away), cookie: '', facilityId: '1' };
  const writer = new PersistentWriter(place, new AnswerWriter('1', 'S1'));
  await vi.waitUntil(() => writer.saves > awayFrom + 3, patient);
  return { told: await writer.end(), refusals: writer.refusals };
}

const refused = (response: ServerResponse) => reply(response, 503, clear);
const allRefused = Array.from({ length: backFrom - awayFrom }, () => 'try-later');

test.each<[string, Moment]>([
  ['nothing of what was refused was saved', (response) => void refused(response)],
  [
    'one of the writes that were refused was saved all the same',
    (response, asked) => {
      refused(response);
      return asked.note === '7 回目' ? asked : undefined;
    },
  ],
])('clear refusals are counted and nothing is told, and writing goes on, where %s', async (_, away) => {
  expect(await through(away)).toEqual({ told: [], refusals: allRefused });
});

test.each<[string, Moment, string]>([
  ['a connection is dropped', (response) => void response.destroy(), 'no answer'],
  ['the words are missing', (response) => reply(response, 503, { code: 'try-later', message: '' }), '503'],
  ['it is called a fault of ours', (response) => reply(response, 500, { ...clear, code: 'internal' }), '500'],
  [
    'what was acknowledged is gone',
    (response) => {
      refused(response);
      return { itemId: 'S1', note: '2 回目', revision: 2 };
    },
    'stored 2 「2 回目」, acknowledged 5 「5 回目」',
  ],
])('it is told where %s', async (_, away, words) => {
  expect((await through(away)).told[0]).toContain(words);
});
