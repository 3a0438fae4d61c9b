import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import type { TestFacility, TestPerson } from '../app/testing/world.ts';
import { joined, pdf } from '../platform/files/testing/sample-files.ts';
import { EvidenceClient, idOf } from './testing/evidence-client.ts';

let client: EvidenceClient;

beforeAll(async () => {
  client = await EvidenceClient.start();
});
afterAll(async () => {
  expect(client.server.errors).toEqual([]);
  await client.server.stop();
});

const listedFor = async (person: TestPerson) => (await client.list(client.world.here, person)).map(({ id }) => id);

describe('staff', () => {
  it('add to the items of an area handed to them in an open run of this fiscal year, and no other', async () => {
    const { staff, planner } = client.world.here.people;
    expect(await client.add({ person: staff, item: 'S1' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    const run = await begunRun(client.server, client.world.here);
    await request(client.server, planner, {
      method: 'PUT',
      path: `/facilities/${client.world.here.id}/runs/${run}/areas/S1/assignment`,
      body: { personId: staff.id },
    });
    expect(await client.add({ person: staff, item: 'S1' })).toMatchObject({ status: 200 });
    expect(await client.add({ person: staff, item: 'S2' })).toMatchObject({ status: 403 });
    client.server.clock.now = new Date('2027-04-01T03:00:00Z');
    expect(await client.add({ person: staff, item: 'S1' })).toMatchObject({ status: 403 });
    client.server.clock.now = new Date('2026-11-21T03:00:00Z');
    await client.rows(client.world.here, (tx) =>
      tx.updateTable('run').set({ status: 'submitted', submitted_at: new Date() }).where('id', '=', run).execute(),
    );
    expect(await client.add({ person: staff, item: 'S1' })).toMatchObject({ status: 403 });
  });

  it('know of the evidence of these areas and of what they added, whether the run is submitted or not', async () => {
    const { staff, auditor } = client.world.here.people;
    const [own] = await listedFor(staff);
    const handed = idOf(await client.add({ item: 'S1' }));
    const hidden = idOf(await client.add({ item: 'S2' }));
    expect(new Set(await listedFor(staff))).toEqual(new Set([own, handed]));
    expect(await listedFor(auditor)).toEqual(expect.arrayContaining([own, handed, hidden]));
    expect(await client.on('GET', handed, '/content', staff)).toMatchObject({ status: 200, body: pdf });
    for (const [method, rest] of [
      ['GET', '/content'],
      ['DELETE', ''],
      ['POST', '/restoration'],
    ] as const) {
      expect(await client.on(method, hidden, rest, staff), method).toMatchObject({ status: 404 });
    }
    client.server.clock.now = new Date('2027-04-01T03:00:00Z');
    expect(await listedFor(staff)).toEqual([own]);
    expect(await client.on('GET', handed, '/content', staff)).toMatchObject({ status: 404 });
    expect(await client.on('GET', own ?? '', '/content', staff)).toMatchObject({ status: 200 });
    client.server.clock.now = new Date('2026-11-21T03:00:00Z');
  });

  it('take away what they added, and nothing of others', async () => {
    const { staff } = client.world.here.people;
    const others = idOf(await client.add({ item: 'S1' }));
    expect(await client.on('DELETE', others, '', staff)).toMatchObject({ status: 403 });
    expect(await client.on('POST', others, '/restoration', staff)).toMatchObject({ status: 403 });
    const own = (await client.list()).find((one) => one.addedBy.id === staff.id)?.id ?? '';
    expect(await client.on('DELETE', own, '', staff)).toMatchObject({ status: 204 });
    expect(await client.on('POST', own, '/restoration', staff)).toMatchObject({ status: 200, body: { id: own } });
  });
});

test('evidence taken away is gone from list and download, can be put back whole, and each act is in the log', async () => {
  const id = idOf(await client.add({ name: '戻す.pdf' }));
  expect(await client.on('DELETE', id)).toMatchObject({ status: 204 });
  expect((await client.list()).map((one) => one.id)).not.toContain(id);
  expect(await client.on('GET', id, '/content')).toMatchObject({ status: 404 });
  expect(await client.on('DELETE', id)).toMatchObject({ status: 404 });
  expect(await client.on('POST', id, '/restoration')).toMatchObject({ status: 200, body: { id, name: '戻す.pdf' } });
  expect(await client.on('POST', id, '/restoration')).toMatchObject({ status: 200 });
  expect((await client.list()).map((one) => one.id)).toContain(id);
  expect((await client.on('GET', id, '/content')).body).toEqual(pdf);
  expect((await client.actsOn(id)).map(({ act }) => act).sort()).toEqual([
    'evidence.added',
    'evidence.read',
    'evidence.removed',
    'evidence.restored',
  ]);
});

test('the same file in two facilities is two files, and neither facility reaches the other’s', async () => {
  const { here, elsewhere } = client.world;
  const content = joined(pdf, new Uint8Array(300 * 1024));
  const [mine, theirs] = [
    idOf(await client.add({ content })),
    idOf(await client.add({ content, facility: elsewhere })),
  ];
  const keptFile = (facility: TestFacility, id: string) =>
    client.rows(facility, (tx) =>
      tx
        .selectFrom('evidence')
        .innerJoin('file', 'file.id', 'evidence.file_id')
        .select(['file.id', 'file.sha256'])
        .where('evidence.id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const [one, other] = [await keptFile(here, mine), await keptFile(elsewhere, theirs)];
  expect(one.sha256).toEqual(other.sha256);
  expect(one.id).not.toBe(other.id);
  expect(await client.fileCounts(elsewhere)).toEqual({ files: 1, chunks: 2 });
  expect((await client.list(elsewhere)).map((listed) => listed.id)).toEqual([theirs]);
  for (const [method, rest] of [
    ['GET', '/content'],
    ['DELETE', ''],
    ['POST', '/restoration'],
  ] as const) {
    expect(await client.on(method, theirs, rest), `${method} ${rest}`).toMatchObject({ status: 404 });
    expect(await client.on(method, mine, rest, elsewhere.people.operator), `${method} ${rest}`).toMatchObject({
      status: 404,
    });
  }
});
