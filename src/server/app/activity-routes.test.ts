import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActivityPage, activityContract } from '#core/app/activity-contract.ts';
import { findActor } from '../identity/index.ts';
import { buildApi } from '../platform/http/api.ts';
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
    router: { activity: activityRoutes() },
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
