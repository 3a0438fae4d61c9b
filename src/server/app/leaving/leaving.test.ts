import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dueAfter } from '#core/app/leaving.ts';
import { sealActivity } from '../../platform/activity/seal-activity.ts';
import { verifyActivity } from '../../platform/activity/verify-activity.ts';
import { asSystem, inFacility } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { sweep } from '../sweep.ts';
import { announced } from '../testing/leaving-fixtures.ts';
import { request } from '../testing/request.ts';
import { begunRun } from '../testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { addMember, addSignedIn, makeWorld, type TestFacility, type TestPerson, type World } from '../testing/world.ts';
import { eraseLeft } from './erase-left.ts';
import { eraseStep } from './leaving-repository.ts';
import { fillFacility, rowCounts } from './testing/filled-facility.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const later = (days: number) => new Date(server.clock.now.getTime() + days * 24 * 60 * 60 * 1000);
const at = (person: TestPerson, method: string, path = '/leaving', facility: TestFacility = world.here) =>
  request(server, person, { method, path: `/facilities/${facility.id}${path}` });
const due = () => dueAfter(server.clock.now);
/** How whoever answered for vendors of a facility is called. */
const contactsOf = ({ id }: TestFacility) =>
  asSystem(server.db, async (tx) => {
    const contacts = await tx.selectFrom('person').select('name').where('contact_of', '=', id).execute();
    return contacts.map(({ name }) => name);
  });
const step = (facilityId: string, now: Date) => asSystem(server.db, (tx) => eraseStep(tx, facilityId, 10, now));

/** Moves the clock for this, and back. */
async function atTime<T>(time: Date, work: () => Promise<T>): Promise<T> {
  const before = server.clock.now;
  server.clock.now = time;
  return work().finally(() => {
    server.clock.now = before;
  });
}

const lettersOf = (kind: string) =>
  asSystem(server.db, (tx) =>
    tx
      .selectFrom('mail')
      .select('person_id')
      .where('facility_id', '=', world.here.id)
      .where('kind', '=', kind)
      .execute(),
  );

test('whoever administers the facility announces it once; all its people see it, administrators and executives get a letter', async () => {
  const { 'facility-administrator': by, executive, staff, auditor } = world.here.people;
  const reply = await announced(server, world.here);
  const leaving = {
    announcedAt: server.clock.now.toISOString(),
    dueAt: due().toISOString(),
    announcedBy: { id: by.id, name: by.name },
  };
  expect(reply).toMatchObject({ status: 200, body: leaving });
  expect((await at(staff, 'GET')).body).toEqual(leaving);
  expect(new Set((await lettersOf('leaving-announced')).map((row) => row.person_id))).toEqual(
    new Set([by.id, executive.id]),
  );
  expect(await announced(server, world.here)).toMatchObject({
    status: 409,
    body: { code: 'leaving/announced-already' },
  });
  const log = (await at(auditor, 'GET', '/activity?kind=facility')).body as {
    entries: { act: string; person: object }[];
  };
  expect(log.entries).toMatchObject([{ act: 'leaving.announced', person: { id: by.id } }]);
  expect((await at(world.elsewhere.people.staff, 'GET', '/leaving', world.elsewhere)).body).toBeNull();
  const registered = { method: 'GET', path: `/register/facilities/${world.here.id}` };
  const { body: listed } = await request(server, world.administrator, registered);
  expect(listed).toMatchObject({ leavesAt: due().toISOString() });
});

test('another administrator withdraws it, and after that it may be announced anew', async () => {
  const { 'facility-administrator': by, planner, executive } = world.here.people;
  expect(await at(by, 'DELETE')).toMatchObject({ status: 409, body: { code: 'leaving/not-announced' } });
  await announced(server, world.here);
  const other = await addSignedIn(server, '新しい管理者');
  await addMember(server, world.here.id, other.id, ['facility-administrator']);
  expect((await at(other, 'DELETE', `/members/${by.id}`)).status).toBeLessThan(300);
  expect(await at(by, 'DELETE')).toMatchObject({ status: 404 });
  expect(await at(planner, 'DELETE')).toMatchObject({ status: 403 });
  expect(await at(other, 'DELETE')).toMatchObject({ status: 204 });
  expect((await at(planner, 'GET')).body).toBeNull();
  expect((await lettersOf('leaving-withdrawn')).map((row) => row.person_id).toSorted()).toEqual(
    [other.id, executive.id].toSorted(),
  );
  await sweep(server.db, later(100));
  expect((await at(other, 'GET', '/profile')).status).toBe(200);
  expect(await at(other, 'POST')).toMatchObject({ status: 200 });
});

test('of those who announce at the same moment one does', async () => {
  const replies = await Promise.all(Array.from({ length: 5 }, () => announced(server, world.here)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
});

test('until it is due nothing is deleted, to the last moment it can be withdrawn, and then no more', async () => {
  const by = world.here.people['facility-administrator'];
  await begunRun(server, world.here);
  await announced(server, world.here);
  const lastMoment = new Date(due().getTime() - 1);
  await sweep(server.db, lastMoment);
  expect((await rowCounts(server, world.here.id)).run).toBe(1);
  await atTime(due(), async () => {
    expect(await at(by, 'DELETE')).toMatchObject({ status: 409, body: { code: 'leaving/over' } });
  });
  await atTime(lastMoment, async () => expect(await at(by, 'DELETE')).toMatchObject({ status: 204 }));
});

test('neither a supporter, nor an organisation above, nor the system administrator starts or ends it', async () => {
  const { here, network, administrator } = world;
  await fillFacility(server, world);
  const { supporter } = network.people;
  for (const outsider of [supporter, network.people['organisation-administrator'], administrator]) {
    for (const method of ['POST', 'DELETE']) expect([403, 404]).toContain((await at(outsider, method)).status);
  }
  expect(await at(supporter, 'GET')).toMatchObject({ status: 403 });
  const inside = inFacility(server.db, { facilityId: here.id, personId: supporter.id, now: server.clock.now }, (tx) =>
    tx
      .insertInto('leaving')
      .values({ facility_id: here.id, announced_by: supporter.id, announced_at: later(-40), due_at: later(-1) })
      .execute(),
  );
  await expect(inside).rejects.toThrow('row-level security');
});

const tallies = () =>
  withClient(server.database.owner, async (client) => {
    const sum = async (table: string, where: string) =>
      Number((await client.query(`select coalesce(sum(facilities), 0) as n from ${table} where ${where}`)).rows[0].n);
    return [await sum('stage_tally', "stage in ('begun', 'submitted')"), await sum('score_tally', 'true')];
  });

test('when it is due everything of the facility goes, and nothing of its neighbour', async () => {
  const { here, elsewhere } = world;
  const [begun = 0, scored = 0] = await tallies();
  await fillFacility(server, world);
  await fillFacility(server, {
    ...world,
    here: elsewhere,
    elsewhere: here,
    network: world.otherNetwork,
    otherNetwork: world.network,
  });
  expect(await tallies()).toEqual([begun + 4, scored + 2]);
  await announced(server, here);
  const [before, neighbour] = [await rowCounts(server, here.id), await rowCounts(server, elsewhere.id)];
  expect(Object.entries(before).filter(([table, rows]) => rows === 0 && table !== 'activity_entry')).toEqual([]);
  // The other rules of the sweep would take old letters and removed evidence of the neighbour, too.
  await eraseLeft(server.db, due());
  const after = await rowCounts(server, here.id);
  const stays = ['activity', 'activity_entry', 'facility_search'];
  expect(Object.entries(after).filter(([table, rows]) => rows > 0 && !stays.includes(table))).toEqual([]);
  expect(after.activity).toBe((before.activity ?? 0) + 1);
  expect(await rowCounts(server, elsewhere.id)).toEqual(neighbour);
  expect([await contactsOf(here), await contactsOf(elsewhere)]).toEqual([
    ['削除された人'],
    ['青葉システム =佐藤（事業者）'],
  ]);
  expect(await tallies()).toEqual([begun + 2, scored + 1]);
  await sealActivity(server.db, due());
  expect((await verifyActivity(server.database.owner)).findings).toEqual([]);
  expect(server.errors).toEqual([]);
});

test('its people keep their accounts and come in no more; the register shows it as one that uses nothing', async () => {
  const { here, administrator } = world;
  await fillFacility(server, world);
  await announced(server, here);
  await sweep(server.db, due());
  for (const person of [...Object.values(here.people), world.network.people.supporter]) {
    expect((await at(person, 'GET', '/profile')).status).toBe(404);
    const session = await request(server, person, { method: 'GET', path: '/session' });
    expect(session).toMatchObject({ status: 200 });
    expect(JSON.stringify(session.body)).not.toContain(here.id);
  }
  const path = `/register/facilities/${here.id}`;
  const listed = await request(server, administrator, { method: 'GET', path });
  expect(listed.body).toMatchObject({ name: here.name, openedAt: null, hasMembers: false });
  const record = await request(server, here.people.planner, { method: 'GET', path: '/account/record?format=json' });
  expect(JSON.stringify(record.body)).toContain('identity.facility-left');
});

test('nobody is erased with the facility: the time an account may go unused begins then', async () => {
  const { here } = world;
  await withClient(server.database.owner, async (client) => {
    await client.query(
      'alter table person no force row level security; alter table session no force row level security',
    );
    await client.query(`update person set created_at = '2020-01-01'; update session set seen_at = '2020-01-01'`);
    await client.query('alter table person force row level security; alter table session force row level security');
  });
  await announced(server, here);
  await sweep(server.db, due());
  await sweep(server.db, later(700));
  const named = await asSystem(server.db, (tx) =>
    tx.selectFrom('person').select('name').where('id', '=', here.people.planner.id).executeTakeFirst(),
  );
  expect(named?.name).toBe(here.people.planner.name);
});

test('stopped in the middle, nobody gets in and nobody is invited, and the next round goes on', async () => {
  const { here, administrator } = world;
  await fillFacility(server, world);
  await announced(server, here);
  expect(await step(here.id, new Date(due().getTime() - 1))).toBe('nothing');
  expect(await step(here.id, due())).toBe('more');
  expect((await rowCounts(server, here.id)).answer).toBeGreaterThan(0);
  expect((await at(here.people['facility-administrator'], 'DELETE')).status).toBe(404);
  const invite = () =>
    request(server, administrator, {
      method: 'POST',
      path: `/register/${here.id}/invitations`,
      body: { name: '次の人' },
    });
  expect(await invite()).toMatchObject({ status: 409, body: { code: 'identity/facility-has-members' } });
  expect(await step(here.id, due())).toBe('more');
  await sweep(server.db, due());
  expect((await rowCounts(server, here.id)).answer).toBe(0);
  expect(await step(here.id, due())).toBe('nothing');
});

test('while somebody is at work inside it waits, and nothing that was being written is left behind', async () => {
  const { here } = world;
  await announced(server, here);
  const { planner } = here.people;
  await inFacility(server.db, { facilityId: here.id, personId: planner.id, now: server.clock.now }, async (tx) => {
    expect(await step(here.id, due())).toBe('busy');
    await tx.insertInto('former_member').values({ facility_id: here.id, person_id: world.administrator.id }).execute();
  });
  await sweep(server.db, due());
  expect((await rowCounts(server, here.id)).former_member).toBe(0);
});

test('it can begin anew, empty, and its new people see nothing of before', async () => {
  const { here, administrator } = world;
  await fillFacility(server, world);
  await announced(server, here);
  await sweep(server.db, due());
  await atTime(later(40), async () => {
    const path = `/register/facilities/${here.id}/opening`;
    expect(await request(server, administrator, { method: 'PUT', path })).toMatchObject({ status: 200 });
    const next = await addSignedIn(server, '次の管理者');
    await addMember(server, here.id, next.id, ['facility-administrator']);
    expect((await at(next, 'GET', '/activity')).body).toEqual({ entries: [], next: null });
    expect((await at(next, 'GET', '/runs')).body).toEqual([]);
    await begunRun(server, here, 'hospital', next);
    const { entries } = (await at(next, 'GET', '/activity')).body as { entries: { act: string }[] };
    expect(entries.map(({ act }) => act)).toEqual(['sheet.begun']);
    expect(
      (await announced(server, { ...here, people: { ...here.people, 'facility-administrator': next } })).status,
    ).toBe(200);
  });
});

test('a job looks again when it is due', async () => {
  await announced(server, world.here);
  const { rows } = await withClient(server.database.owner, (client) =>
    client.query('select run_at from graphile_worker.jobs where key = $1', [`leaving ${world.here.id}`]),
  );
  expect(rows).toEqual([{ run_at: due() }]);
});
