import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decided, DecisionList } from '#core/plan/decision/decision-contract.ts';
import { askedRequest } from '../../app/testing/decision-fixtures.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type World } from '../../app/testing/world.ts';
import { inFacility } from '../../platform/database/transaction.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { decidedOf, findDecided } from './decision-repository.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await decidedLongAgo();
});
afterAll(() => server.stop());

/** Thirty decisions of each fiscal year from 2000, all of them for good. */
const decidedLongAgo = () =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [world.here.id]);
    await client.query(
      `with asked as (
         insert into decision_request (facility_id, id, kind, title, matter, effect, waiting, asked_by, asked_at)
         select $1, gen_random_uuid(), 'other', y || '年度の' || n, '額', '進む', '止まる', $2, make_timestamptz(y, 6, 1, 0, 0, n)
         from generate_series(2000, 2025) y, generate_series(1, 30) n returning id, title, asked_at)
       insert into decision (facility_id, id, request_id, fiscal_year, number, outcome, reason, decided_by, decided_at)
       select $1, gen_random_uuid(), id, extract(year from asked_at), split_part(title, '年度の', 2)::integer,
         'approved', '', $3, asked_at from asked`,
      [world.here.id, world.here.people.planner.id, world.here.people.executive.id],
    );
    await client.query('analyze decision_request, decision');
  });

const get = async <T>(path: string): Promise<T> => {
  const call = { method: 'GET', path: `/facilities/${world.here.id}${path}` };
  return (await request(server, world.here.people.executive, call)).body as T;
};
const entered = <T>(act: Parameters<typeof inFacility<T>>[2]) =>
  inFacility(server.db, { facilityId: world.here.id, personId: world.here.people.executive.id }, act);

test('what was decided comes in pages, each decision once, the newest first', async () => {
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const { decisions, more } = await get<{ decisions: Decided[]; more: boolean }>(`/decisions${after}`);
    seen.push(...decisions.map(({ request: { title } }) => title));
    if (!more) break;
    expect(decisions).toHaveLength(50);
    after = `?after=${decisions.at(-1)?.decision.id}`;
  }
  const years = Array.from({ length: 26 }, (_, n) => 2025 - n);
  expect(seen).toEqual(years.flatMap((year) => Array.from({ length: 30 }, (_, n) => `${year}年度の${30 - n}`)));
});

test('a page is read from the index of the numbers, without sorting', async () => {
  const plan = await entered(async (tx) => {
    const asked = { after: '00000000-0000-4000-8000-000000000000', most: 51 };
    const rows = await decidedOf({ tx, facilityId: world.here.id }, asked).explain<{ 'QUERY PLAN': string }>();
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('Index Scan Backward using decision_facility_id_fiscal_year_number_key');
  expect(plan).not.toContain('Sort');
});

test('what is open is read whole beside all that was decided, and the sheet of a meeting takes one fiscal year', async () => {
  for (let n = 1; n <= 60; n += 1) await askedRequest(server, world.here, { title: `今決める${n}` });
  const list = await get<DecisionList>('/decision-requests');
  expect(list.due).toHaveLength(60);
  expect(list).not.toHaveProperty('settled');
  const decided = (await entered((tx) => findDecided({ tx, facilityId: world.here.id }, { fiscalYear: 2025 }))) ?? [];
  expect(decided.map(({ decision }) => decision.number)).toEqual(Array.from({ length: 30 }, (_, n) => 30 - n));
});
