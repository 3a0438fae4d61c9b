import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { facilityQuota } from '#core/evidence/quota.ts';
import { addTestFacility, type TestFacility } from '../app/testing/world.ts';
import { pdf } from '../platform/files/testing/sample-files.ts';
import { EvidenceClient, idOf } from './testing/evidence-client.ts';

let client: EvidenceClient;
beforeAll(async () => {
  client = await EvidenceClient.start();
});
afterAll(async () => {
  expect(client.server.errors).toEqual([]);
  await client.server.stop();
});

/** A hospital that keeps so many files of this size already, every other one taken away. */
async function hospitalWith(files: number, size: number): Promise<TestFacility> {
  const facility = await addTestFacility(client.server, { name: 'いっぱいの病院' });
  const { id, people } = facility;
  await client.rows(facility, async (tx) => {
    await sql`insert into file (facility_id, id, media_type, size, sha256)
      select ${id}::uuid, gen_random_uuid(), 'application/pdf', ${size}, '' from generate_series(1, ${files})`.execute(
      tx,
    );
    await sql`insert into evidence (facility_id, id, item_id, file_id, name, added_by, removed_at)
      select ${id}::uuid, id, 'H01-1', id, 'a.pdf', ${people.operator.id}::uuid,
        case when row_number() over () % 2 = 0 then ${client.server.clock.now}::timestamptz end from file`.execute(tx);
    return 'done';
  });
  return facility;
}

/** Lets so many uploads begin while nothing can be recorded, and waits until every one has come as far as it can. */
async function withLogHeld<T>(count: number, begin: () => readonly Promise<T>[]): Promise<T[]> {
  const owner = new pg.Client(client.server.database.owner);
  await owner.connect();
  await owner.query('begin; lock table activity in share mode');
  const begun = Promise.all(begin());
  const waiting =
    'select from pg_locks join pg_database d on d.oid = database where datname = current_database() and not granted';
  try {
    await vi.waitUntil(async () => (await owner.query(waiting)).rowCount === count, { timeout: 30_000 });
  } finally {
    await owner.end();
  }
  return begun;
}

const full = { status: 409, body: { code: 'evidence/facility-full', message: expect.stringMatching(/2GB、5,000件/) } };

test('a facility keeps so many files, those taken away among them, and no more', async () => {
  const facility = await hospitalWith(facilityQuota.files - 1, 1);
  const last = await client.add({ facility });
  expect(last).toMatchObject({ status: 200 });
  expect(await client.add({ facility })).toMatchObject(full);
  expect(await client.on('DELETE', idOf(last), '', facility.people.operator, facility)).toMatchObject({ status: 204 });
  expect(await client.add({ facility })).toMatchObject(full);
});

test('what was taken away more than 30 days ago makes room', async () => {
  const facility = await hospitalWith(facilityQuota.files, 1);
  expect(await client.add({ facility })).toMatchObject(full);
  const day = 24 * 60 * 60 * 1000;
  const { now } = client.server.clock;
  client.server.clock.now = new Date(now.getTime() + 31 * day);
  expect(await client.add({ facility })).toMatchObject({ status: 200 });
  client.server.clock.now = now;
  expect(await client.fileCounts(facility)).toEqual({ files: facilityQuota.files / 2 + 1, chunks: 1 });
});

test('a facility keeps so many bytes, a file over them leaves nothing behind, and others are not touched', async () => {
  const mebibyte = 1024 * 1024;
  const facility = await hospitalWith(facilityQuota.bytes / mebibyte / 16 - 1, 16 * mebibyte);
  const content = new Uint8Array(16 * mebibyte + 1);
  content.set(pdf);
  const before = await client.fileCounts(facility);
  expect(await client.add({ facility, content })).toMatchObject(full);
  expect(await client.fileCounts(facility)).toEqual(before);
  expect(await client.add({ facility })).toMatchObject({ status: 200 });
  expect(await client.add({ content })).toMatchObject({ status: 200 });
});

test('of uploads at the same moment no more are kept than there is room for', async () => {
  const facility = await hospitalWith(facilityQuota.files - 1, 1);
  const { operator, planner, 'safety-manager': safetyManager } = facility.people;
  const people = [operator, planner, safetyManager, operator, planner, safetyManager];
  const replies = await withLogHeld(people.length, () => people.map((person) => client.add({ facility, person })));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
});
