import { sql } from 'kysely';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ActivityPage, activityContract } from '#core/app/activity-contract.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { findActor } from '../identity/index.ts';
import { activityQuery } from '../platform/activity/list-activity.ts';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { buildApi } from '../platform/http/api.ts';
import { patient } from '../platform/testing/patient.ts';
import { activityRoutes } from './activity-routes.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

let server: TestServer;
let world: World;
let api: ReturnType<typeof buildApi>;

async function listed(query = '', person = world.here.people.auditor): Promise<{ status: number; page: ActivityPage }> {
  const path = `/api/v1/facilities/${world.here.id}/activity${query}`;
  const response = await api.request(path, { headers: { cookie: person.cookie } });
  return { status: response.status, page: (await response.json()) as ActivityPage };
}

const invite = (person: TestPerson, facility = world.here) =>
  request(server, person, {
    method: 'POST',
    path: `/facilities/${facility.id}/invitations`,
    body: { name: '佐藤', roles: ['operator'] },
  });

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  api = buildApi({
    contract: { activity: activityContract },
    router: { activity: activityRoutes(loadCatalogue()) },
    db: server.db,
    findActor,
    cookie: { name: 'mamori', secure: false },
    addressOf: () => '',
    now: () => server.clock.now,
    log: pino({ level: 'silent' }),
  });
  const { planner } = world.here.people;
  for (let minute = 0; minute < 7; minute += 1) {
    server.clock.now = new Date(Date.UTC(2026, 10, 21, 3, Math.floor(minute / 2)));
    await invite(world.here.people['facility-administrator']);
  }
  await request(server, planner, {
    method: 'POST',
    path: `/facilities/${world.here.id}/runs`,
    body: { sheetId: 'hospital' },
  });
  await invite(world.elsewhere.people['facility-administrator'], world.elsewhere);
});
afterAll(() => server.stop());

describe('the activity log', () => {
  it('shows who did what and when in words, newest first, and nothing of another facility', async () => {
    const { page } = await listed();
    const { planner, 'facility-administrator': administrator } = world.here.people;
    expect(page.entries.map(({ act }) => act).toSorted()).toEqual(
      ['sheet.begun', ...Array(7).fill('identity.invited')].toSorted(),
    );
    expect(page.entries.find(({ act }) => act === 'sheet.begun')).toMatchObject({
      person: { id: planner.id, name: planner.name },
      title: '点検を始めた',
      detail: { sheet: 'hospital' },
    });
    expect(page.entries.find(({ act }) => act === 'identity.invited')).toMatchObject({
      person: { id: administrator.id },
      title: '人を招いた',
      detail: { roles: 'operator' },
    });
    const times = page.entries.map(({ at }) => String(at));
    expect(times).toEqual(times.toSorted().toReversed());
    expect(page.next).toBeNull();
  });

  it('comes page by page without losing or repeating entries of the same instant', async () => {
    const seen: string[] = [];
    let after = '';
    for (let pages = 0; pages < 10; pages += 1) {
      const { page } = await listed(`?limit=3${after}`);
      expect(page.entries.length).toBeLessThanOrEqual(3);
      seen.push(...page.entries.map(({ id }) => id));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(seen).toEqual((await listed()).page.entries.map(({ id }) => id));
  });

  it('can be read for one person or one subject', async () => {
    const { planner } = world.here.people;
    const ofPlanner = (await listed(`?personId=${planner.id}`)).page.entries;
    expect(ofPlanner.map(({ act }) => act)).toEqual(['sheet.begun']);
    const subject = ofPlanner[0]?.subject ?? '';
    expect((await listed(`?subject=${subject}`)).page.entries).toEqual(ofPlanner);
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?after=x', 'after'],
    ['?personId=x', 'personId'],
  ])('refuses %s and names the field', async (query, field) => {
    const { status, page } = await listed(query);
    expect({ status, body: page }).toMatchObject({ status: 400, body: { data: { faults: [{ field }] } } });
  });

  it('is closed to roles without the permission and to other facilities', async () => {
    expect((await listed('', world.here.people.operator)).status).toBe(403);
    expect((await listed('', world.elsewhere.people.auditor)).status).toBe(404);
  });
});

describe('what of the log is wanted', () => {
  const acts = async (query: string) => (await listed(query)).page.entries.map(({ act }) => act);

  it('can be asked for by kind and by days of Japan, both of them counted in', async () => {
    expect(await acts('?kind=answer')).toEqual(['sheet.begun']);
    expect(new Set(await acts('?kind=people'))).toEqual(new Set(['identity.invited']));
    const all = await acts('');
    expect(await acts('?from=2026-11-21&to=2026-11-21')).toEqual(all);
    expect(await acts('?from=2026-11-22')).toEqual([]);
    expect(await acts('?to=2026-11-20')).toEqual([]);
  });

  it('is told in words: which sheet of which year, whom, in what role', async () => {
    const { page } = await listed();
    expect(page.entries.find(({ act }) => act === 'sheet.begun')?.about).toMatch(/・令和8年度（2026年度）$/);
    expect(page.entries.find(({ act }) => act === 'identity.invited')?.about).toBe('佐藤（運用担当者）');
  });

  it.each([
    ['?from=1.4.2026', 'from'],
    ['?to=2026-02-30', 'to'],
    ['?kind=all', 'kind'],
  ])('refuses %s and names the field', async (query, field) => {
    const { status, page } = await listed(query);
    expect({ status, body: page }).toMatchObject({ status: 400, body: { data: { faults: [{ field }] } } });
  });
});

describe('the export', () => {
  const exported = async (query: string, person = world.here.people.auditor) => {
    const path = `/facilities/${world.here.id}/activity.csv${query}`;
    const { status, body, headers } = await request(server, person, { method: 'GET', path });
    return {
      status,
      headers,
      text: status === 200 ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(body as Uint8Array) : '',
    };
  };

  it('holds exactly what was asked for, with a mark, and leaves a line itself', async () => {
    const { headers, text } = await exported('?kind=people');
    expect(headers.get('content-type')).toContain('text/csv');
    const [head, ...rows] = text.trimEnd().split('\r\n');
    expect(head).toBe('\ufeff日時,人,したこと,何に,操作の符号,対象のID,人のID,記録のID');
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatch(/^2026-11-21 12:0\d:\d\d,.*,人を招いた,佐藤（運用担当者）,identity\.invited,/);
    const { page } = await listed('?kind=reading');
    expect(page.entries.filter(({ act }) => act === 'activity.exported')).toHaveLength(1);
  });

  it('runs no name as a formula, and is whole also beyond one portion', async () => {
    for (const name of ['=HYPERLINK("http://x")', ...Array(4).fill('山田')])
      await request(server, world.here.people['facility-administrator'], {
        method: 'POST',
        path: `/facilities/${world.here.id}/invitations`,
        body: { name, roles: ['operator'] },
      });
    const many = sql`insert into activity (facility_id, id, at, person_id, act)
      select ${world.here.id}, gen_random_uuid(), now(), ${world.here.people.auditor.id}, 'sheet.listed'
      from generate_series(1, 1200)`;
    await server.db.transaction().execute(async (tx) => {
      await sql`select set_config('app.facility_id', ${world.here.id}, true)`.execute(tx);
      await many.execute(tx);
    });
    const { text } = await exported('');
    expect(text).toContain(`"'\t=HYPERLINK(""http://x"")（運用担当者）"`);
    expect(text.match(/,sheet\.listed,/g)).toHaveLength(1200);
    expect(text.match(/\ufeff/g)).toHaveLength(1);
  });

  it('is closed to roles without the permission, and to other facilities', async () => {
    expect((await exported('', world.here.people.operator)).status).toBe(403);
    expect((await exported('', world.elsewhere.people.auditor)).status).toBe(404);
  });
});

describe('the log of a large facility', () => {
  beforeAll(async () => {
    const owner = new pg.Client(server.database.owner);
    await owner.connect();
    await owner.query(`select set_config('app.facility_id', $1, false)`, [world.elsewhere.id]);
    await owner.query(
      `insert into activity (facility_id, id, at, person_id, act)
        select $1, gen_random_uuid(), now() - n * interval '1 minute', gen_random_uuid(), 'sheet.begun'
        from generate_series(1, 20000) n`,
      [world.elsewhere.id],
    );
    await owner.query('analyze activity');
    await owner.end();
  });

  it.each([
    ['newest first', {}, 'activity_newest'],
    ['one person', { personId: '00000000-0000-4000-8000-000000000000' }, 'activity_of_person'],
    ['a kind within days', { acts: ['sheet.begun'], from: '2026-04-01', to: '2026-04-02' }, 'activity_newest'],
    ['a later page', { after: '00000000-0000-4000-8000-000000000000' }, 'activity_newest'],
  ])('is read by an index: %s', async (_, wanted, index) => {
    const plan = await inFacility(
      server.db,
      { facilityId: world.elsewhere.id, personId: world.elsewhere.people.auditor.id },
      async (tx) => {
        const place = { tx, facilityId: world.elsewhere.id };
        const rows = await activityQuery(place, { ...wanted, limit: 51 }).explain<{ 'QUERY PLAN': string }>();
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      },
    );
    expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan on activity');
  });
});

it('shows the hash of the last seal once there is one', async () => {
  const head = async () =>
    (
      await request(server, world.here.people.auditor, {
        method: 'GET',
        path: `/facilities/${world.here.id}/activity-head`,
      })
    ).body;
  expect(await head()).toBeNull();
  await vi.waitUntil(async () => (await sealActivity(server.db, server.clock.now)) > 0, patient);
  expect(await head()).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
