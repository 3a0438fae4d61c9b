import { createHash } from 'node:crypto';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evidence } from '#core/evidence/contract.ts';
import { largestEvidence } from '#core/evidence/kind.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { digestOf, largePdf } from './testing/large-pdf.ts';

let server: TestServer;
let world: World;

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const mebibyte = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Most bytes held outside the heap, by client and server together, whenever looked at; the second collection frees what the first found. */
function memoryWatch() {
  const seen: number[] = [];
  const look = () => {
    collectGarbage();
    collectGarbage();
    seen.push(process.memoryUsage().arrayBuffers);
  };
  look();
  return { look, most: () => Math.max(...seen) - (seen[0] ?? 0) };
}

const path = (rest: string) => `/api/v1/facilities/${world.here.id}${rest}`;
const addPath = () => path('/items/H01-1/evidence?name=%E8%A8%98%E9%8C%B2.pdf');
const cookie = () => world.here.people.operator.cookie;

/** An upload in progress; without a length it is sent in chunks. */
function beginUpload(
  length?: number,
  person = world.here.people.operator,
): { upload: ClientRequest; answer: Promise<IncomingMessage> } {
  const upload = httpRequest(server.url + addPath(), {
    method: 'POST',
    agent: false,
    headers: {
      cookie: person.cookie,
      'content-type': 'application/pdf',
      ...(length !== undefined && { 'content-length': length }),
    },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    upload.once('response', resolve);
    upload.once('error', reject);
  });
  return { upload, answer };
}

async function send(upload: ClientRequest, size: number, now: () => void = () => undefined) {
  let sent = 0;
  for (const part of largePdf(size)) {
    if (upload.destroyed) return;
    if (!upload.write(part)) await Promise.race([new Promise((drained) => upload.once('drain', drained)), wait(200)]);
    sent += part.length;
    if (sent % (4 * mebibyte) < part.length) now();
  }
  upload.end();
}

const kept = () =>
  inFacility(server.db, { facilityId: world.here.id, personId: world.here.people.auditor.id }, async (tx) => {
    const counted = sql`select (select count(*) from file_chunk)::int as chunks, (select count(*) from file)::int as files,
      (select count(*) from evidence)::int as evidence, (select count(*) from activity)::int as acts`;
    return (await counted.execute(tx)).rows;
  });

const list = () =>
  request(server, world.here.people.auditor, { method: 'GET', path: `/facilities/${world.here.id}/evidence` });

test.each([
  ['with its length told', largestEvidence],
  ['in chunks of unknown number', undefined],
])('the largest file goes in %s and comes out byte for byte, and is never held as a whole', async (_, length) => {
  const watch = memoryWatch();
  const { upload, answer } = beginUpload(length);
  await send(upload, largestEvidence, watch.look);
  const added = await answer;
  expect(added.statusCode).toBe(200);
  const { id, size } = (await json(added)) as Evidence;
  expect(size).toBe(largestEvidence);
  const read = await fetch(server.url + path(`/evidence/${id}/content`), { headers: { cookie: cookie() } });
  const hash = createHash('sha256');
  let received = 0;
  for await (const part of read.body ?? []) {
    hash.update(part);
    received += part.length;
    if (received % (4 * mebibyte) < part.length) watch.look();
  }
  expect(received).toBe(largestEvidence);
  expect(hash.digest('hex')).toBe(digestOf(largePdf(largestEvidence)));
  expect(watch.most()).toBeLessThan(3 * mebibyte);
});

test.each([
  ['before it is read, where its length is told', largestEvidence + 1],
  ['at the byte too many, where it is not', undefined],
])('one byte over the largest file is refused %s', async (_, length) => {
  const before = await kept();
  const { upload, answer } = beginUpload(length);
  const sending = send(upload, largestEvidence + 1);
  const refused = await answer;
  expect(refused.statusCode).toBe(413);
  expect(await json(refused)).toMatchObject({ defined: true, code: 'too-large', status: 413 });
  await sending;
  upload.destroy();
  expect(await kept()).toEqual(before);
});

test.each([
  ['with its length told', largestEvidence],
  ['in chunks', undefined],
])('an upload %s that breaks off leaves nothing behind', async (_, length) => {
  const before = await kept();
  const { upload, answer } = beginUpload(length);
  answer.catch(() => undefined);
  for (const part of largePdf(3 * mebibyte)) upload.write(part);
  await wait(300);
  upload.destroy();
  await wait(300);
  expect(await kept()).toEqual(before);
});

test('uploads that stand still leave the server to everyone else, and others get their turn when they end', async () => {
  const stalled = Array.from({ length: 20 }, () => beginUpload());
  for (const { upload, answer } of stalled) {
    answer.catch(() => undefined);
    for (const part of largePdf(mebibyte / 2)) upload.write(part);
  }
  await wait(300);
  const lists = await Promise.all(Array.from({ length: 20 }, list));
  expect(lists.map(({ status }) => status)).toEqual(lists.map(() => 200));
  const { upload, answer } = beginUpload();
  const sent = send(upload, mebibyte / 2);
  for (const one of stalled) one.upload.destroy();
  await sent;
  expect((await answer).statusCode).toBe(200);
});

test('receivers that stand still keep nothing from everyone else', async () => {
  const { upload, answer } = beginUpload(largestEvidence);
  await send(upload, largestEvidence);
  const { id } = (await json(await answer)) as Evidence;
  const downloads = Array.from({ length: 20 }, () =>
    httpRequest(server.url + path(`/evidence/${id}/content`), { agent: false, headers: { cookie: cookie() } }).end(),
  );
  await Promise.all(downloads.map((download) => new Promise((begun) => download.once('response', begun))));
  const lists = await Promise.all(Array.from({ length: 20 }, list));
  expect(lists.map(({ status }) => status)).toEqual(lists.map(() => 200));
  for (const download of downloads) download.destroy();
});

test('one person has two uploads under way at most, and leaves places to the others', async () => {
  const { planner } = world.here.people;
  const stalled = Array.from({ length: 8 }, () => beginUpload());
  for (const { upload, answer } of stalled) {
    answer.catch(() => undefined);
    for (const part of largePdf(mebibyte / 2)) upload.write(part);
  }
  await wait(300);
  const another = beginUpload(mebibyte / 2, planner);
  await send(another.upload, mebibyte / 2);
  expect((await another.answer).statusCode).toBe(200);
  const third = beginUpload(mebibyte / 2);
  await send(third.upload, mebibyte / 2);
  expect(await Promise.race([third.answer, wait(300, 'waiting')])).toBe('waiting');
  for (const { upload } of stalled) upload.destroy();
  expect((await third.answer).statusCode).toBe(200);
});
