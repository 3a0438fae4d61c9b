import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';
import { joined, pdf } from '../platform/files/testing/sample-files.ts';
import { EvidenceClient, idOf } from './testing/evidence-client.ts';

const removedOn = new Date('2026-11-21T03:00:00Z');
const lastDay = new Date('2026-12-21T03:00:00Z');
const dayAfter = new Date('2026-12-22T03:00:00Z');
const twoChunks = joined(pdf, new Uint8Array(300 * 1024));

let client: EvidenceClient;
let facility: TestFacility;
beforeAll(async () => {
  client = await EvidenceClient.start();
});
beforeEach(async () => {
  client.server.clock.now = removedOn;
  facility = await addTestFacility(client.server, { name: '片づける病院' });
});
afterEach(() => {
  client.server.clock.now = removedOn;
});
afterAll(async () => {
  expect(client.server.errors).toEqual([]);
  await client.server.stop();
});

const act = (method: string, id: string, rest = '') => client.on(method, id, rest, facility.people.operator, facility);

async function removed(): Promise<string> {
  const id = idOf(await client.add({ facility, content: twoChunks }));
  expect(await act('DELETE', id)).toMatchObject({ status: 204 });
  return id;
}

const rowsOf = (id: string) =>
  client.rows(facility, (tx) => tx.selectFrom('evidence').select('id').where('id', '=', id).execute());

test('evidence taken away can be put back for 30 days, however often people look', async () => {
  const id = await removed();
  client.server.clock.now = lastDay;
  expect(await client.list(facility)).toEqual([]);
  await client.add({ facility });
  expect(await act('POST', id, '/restoration')).toMatchObject({ status: 200, body: { id } });
  expect((await act('GET', id, '/content')).body).toEqual(twoChunks);
});

test.each([
  ['somebody looks at the list', () => client.list(facility), { files: 0, chunks: 0 }],
  ['somebody adds to the facility', () => client.add({ facility }), { files: 1, chunks: 1 }],
])('after 30 days it is gone for good, file and bytes, as soon as %s', async (_, visit, left) => {
  const id = await removed();
  client.server.clock.now = dayAfter;
  await visit();
  expect(await rowsOf(id)).toEqual([]);
  expect(await client.fileCounts(facility)).toEqual(left);
  const acts = await client.actsOn(id, facility);
  expect(acts.map((one) => one.act).toSorted()).toEqual(['evidence.added', 'evidence.removed']);
});

test('after 30 days it cannot be put back, also where nobody looked since', async () => {
  const id = await removed();
  client.server.clock.now = dayAfter;
  expect(await act('POST', id, '/restoration')).toMatchObject({ status: 404 });
  expect(await rowsOf(id)).toHaveLength(1);
});

test('a visit to one facility leaves the files of others, and what stands, alone', async () => {
  const id = await removed();
  const standing = idOf(await client.add({ facility: client.world.elsewhere }));
  client.server.clock.now = dayAfter;
  expect((await client.list(client.world.elsewhere)).map((one) => one.id)).toEqual([standing]);
  expect(await rowsOf(id)).toHaveLength(1);
});

test('a file two pieces of evidence stand on stays as long as one of them', async () => {
  const id = await removed();
  const other = crypto.randomUUID();
  await client.rows(facility, async (tx) => {
    const row = await tx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await tx
      .insertInto('evidence')
      .values({ ...row, id: other, removed_at: null })
      .execute();
    return 'done';
  });
  client.server.clock.now = dayAfter;
  expect((await client.list(facility)).map((one) => one.id)).toEqual([other]);
  expect(await rowsOf(id)).toEqual([]);
  expect((await act('GET', other, '/content')).body).toEqual(twoChunks);
});
