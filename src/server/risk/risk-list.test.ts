import { randomUUID } from 'node:crypto';
import { type CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptanceBasis } from '#core/risk/acceptance-basis.ts';
import type { RiskLine } from '#core/risk/risk.ts';
import type { RiskSums } from '#core/risk/risk-contract.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { type AskedRisks, riskPage } from './list-risks.ts';
import { countRisks } from './sum-risks.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await fill(world.here.id, 5_000);
  await fill(world.elsewhere.id, 10);
});
afterAll(() => server.stop());

type Listed = { readonly risks: RiskLine[]; readonly more: boolean };
const get = async (path: string) =>
  (await request(server, world.here.people.auditor, { method: 'GET', path: `/facilities/${world.here.id}/${path}` }))
    .body;

const asFacility = <T>(id: string, work: (client: pg.Client) => Promise<T>) =>
  withClient(server.database.owner, async (client) => {
    // What is not on the disk yet is not visible to all yet, and vacuuming leaves it.
    await client.query('set synchronous_commit = on');
    await client.query("select set_config('app.facility_id', $1, false)", [id]);
    return work(client);
  });

const acceptedAs: AcceptanceBasis = {
  title: 'リスク',
  assets: [],
  threat: '',
  weakness: '',
  careFunction: '',
  outageHours: null,
  patients: null,
  leaked: null,
  treatments: [],
  changed: null,
};

/** Risks over the whole map, one in ten before the executives, one in twenty closed; written as they are, since nobody types thousands. */
const fill = (facilityId: string, count: number) =>
  asFacility(facilityId, async (client) => {
    await client.query(
      `insert into risk (facility_id, id, number, title, threat, weakness, likelihood, impact, likelihood_after, impact_after, stage, closed_reason,
         accept_until, accept_likelihood, accept_impact, accept_basis, added_at)
       select $1, gen_random_uuid(), n, 'リスク' || n, repeat('脅威', 40), repeat('弱点', 40), n % 5 + 1, n / 5 % 5 + 1, case when n % 3 = 0 then 1 end,
         case when n % 3 = 0 then n / 5 % 5 + 1 end,
         case when n % 20 = 0 then 'closed' when n % 10 = 5 then 'acceptance' when n % 2 = 0 then 'treating' else 'undecided' end,
         case when n % 20 = 0 then '終わった' end, case when n % 10 = 5 then date '2026-12-31' end,
         case when n % 10 = 5 then 5 end, case when n % 10 = 5 then 5 end, case when n % 10 = 5 then $3::jsonb end, now()
       from generate_series(1, $2::int) n`,
      [facilityId, count, JSON.stringify(acceptedAs)],
    );
    await client.query(
      `insert into decision_request (facility_id, id, kind, title, matter, effect, waiting, source, asked_by, asked_at)
       select $1, gen_random_uuid(), 'risk-acceptance', title, 'x', 'x', 'x', 'risk/' || id, $2, now() from risk
       where facility_id = $1 and stage = 'acceptance'`,
      [facilityId, world.here.people.planner.id],
    );
    await client.query(
      `insert into decision (facility_id, id, request_id, fiscal_year, number, outcome, reason, until, decided_by, decided_at)
       select $1, gen_random_uuid(), id, 2026, row_number() over (), 'approved', '', date '2026-12-31', $2, now()
       from decision_request where facility_id = $1`,
      [facilityId, world.here.people.executive.id],
    );
    await client.query('vacuum analyze risk, decision, decision_request');
  });

async function everyPage(query: string): Promise<readonly RiskLine[]> {
  const all: RiskLine[] = [];
  for (let more = true; more; ) {
    const page = (await get(`risks?${query}${all.length > 0 ? `&after=${all.at(-1)?.id}` : ''}`)) as Listed;
    expect(page.risks.length).toBeLessThanOrEqual(100);
    all.push(...page.risks);
    more = page.more;
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  return all;
}
const falls = (levels: readonly number[]) => levels.toSorted((one, other) => other - one);

test('thousands of risks come in pages, each once, the largest first, before and after the treatments', async () => {
  const before = await everyPage('basis=before');
  expect(before).toHaveLength(4_750);
  expect(before.map(({ level }) => level)).toEqual(falls(before.map(({ level }) => level)));
  const after = await everyPage('basis=after');
  expect(after).toHaveLength(4_750);
  expect(after.map(({ levelAfter }) => levelAfter)).toEqual(falls(after.map(({ levelAfter }) => levelAfter)));
  expect(await get(`risks?basis=before&after=${randomUUID()}`)).toEqual({ risks: [], more: false });
});

test('what is selected comes in pages too, and comes to what the sums say', async () => {
  const { before, after, states } = (await get('risk-sums')) as RiskSums;
  const all = (cells: RiskSums['before']) => cells.reduce((sum, { risks }) => sum + risks, 0);
  expect([all(before), all(after)]).toEqual([4_750, 4_750]);
  const count = (state: string) => states.find((one) => one.state === state)?.risks;
  expect(await everyPage('basis=after&state=accepted')).toHaveLength(count('accepted') ?? 0);
  expect(await everyPage('basis=before&state=closed')).toHaveLength(250);
  const [cell] = after;
  const at = await everyPage(`basis=after&likelihood=${cell?.likelihood}&impact=${cell?.impact}`);
  expect(at).toHaveLength(cell?.risks ?? 0);
  expect((await everyPage('basis=before&band=urgent')).every(({ level }) => level >= 15)).toBe(true);
});

/** The plan kept for a statement that has run some times: made without its parameters. */
const keptPlan = (compiled: (place: Parameters<typeof riskPage>[0]) => CompiledQuery) =>
  inFacility(server.db, { facilityId: world.here.id, personId: world.here.people.auditor.id }, async (tx) => {
    const { sql: text, parameters } = compiled({ tx, facilityId: world.here.id, now: server.clock.now });
    const given = parameters.map((value) => pg.escapeLiteral(String(value))).join(', ');
    await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
    await sql.raw(`prepare kept as ${text}`).execute(tx);
    const { rows } = await sql.raw<{ 'QUERY PLAN': string }>(`explain execute kept (${given})`).execute(tx);
    await sql.raw('deallocate kept').execute(tx);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

test.each<[string, AskedRisks]>([
  ['risk_by_level', { basis: 'before' }],
  ['risk_by_level', { basis: 'before', after: randomUUID() }],
  ['risk_by_level', { basis: 'before', band: 'urgent' }],
  ['risk_by_level_after', { basis: 'after', after: randomUUID() }],
  ['risk_of_stage', { basis: 'before', state: 'treating', after: randomUUID() }],
])('a page is read from the index %s for %j, however many risks there are', async (index, asked) => {
  const plan = await keptPlan((place) => riskPage(place, asked, asked.band && [15, 25]).compile());
  expect(plan).toMatch(new RegExp(`Index.* (using|on) ${index}\\b`));
  expect(plan).not.toContain('Sort Key: risk');
});

test('the sums are read from the index risk_sums alone, in its order', async () => {
  const plan = await keptPlan(({ tx, facilityId }) => countRisks(facilityId).compile(tx));
  expect(plan).toContain('Index Only Scan using risk_sums on risk');
  expect(plan).toMatch(/ GroupAggregate.*\n +Group Key: risk\.stage, risk\.likelihood/);
});

test('what the executives have said is found by an index for each risk of a page', async () => {
  const plan = await asFacility(world.here.id, async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select r.id from decision_request r left join lateral (select * from decision d
         where d.facility_id = r.facility_id and d.request_id = r.id order by d.fiscal_year desc, d.number desc limit 1) d on true
       where r.facility_id = $1 and r.source = 'risk/' || $2 and r.withdrawn_at is null`,
      [world.here.id, randomUUID()],
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index.* (using|on) decision_request_of_source/);
  expect(plan).toMatch(/Index.* (using|on) decision_of_request/);
});
