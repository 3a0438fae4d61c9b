import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Profile } from '#core/organisation/profile.ts';
import type { Programme } from '#core/programme/contract.ts';
import { answeredRun } from '../app/testing/assessment-fixtures.ts';
import { enrolIn } from '../app/testing/organisation-world.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { asSystem, inOrganisation } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { countStages, stageCounts } from './repository.ts';

const everywhere = 97_000;
let server: TestServer;
let world: World;

/** The whole nation in the register, spread over prefectures, types and sizes; of every five, two open and one submitted. */
async function fillNation(): Promise<void> {
  const superuser = { ...inject('testCluster').administrator, database: server.database.owner.database ?? '' };
  await withClient(superuser, async (client: pg.Client) => {
    await client.query(`insert into facility (id, name, prefecture, type, type_guessed, beds)
      select gen_random_uuid(), '施設' || n, 1 + n % 47,
        (array['hospital','clinic','pharmacy','clinic-with-beds'])[1 + n % 4], false, case when n % 4 = 0 then n % 600 end
      from generate_series(1, ${everywhere}) n`);
    await client.query(`insert into run_stage_summary
      select id, 2026, 'hospital', case when n % 5 = 0 then 'submitted' else 'open' end, type,
        case when beds is null then 'unknown' when beds < 20 then 'under-20' when beds < 100 then '20-99'
          when beds < 200 then '100-199' when beds < 300 then '200-299' when beds < 400 then '300-399'
          when beds < 500 then '400-499' else '500-plus' end, prefecture, now()
      from (select *, row_number() over (order by id) n from facility where name like '施設%') f where n % 5 in (0, 1, 2)`);
    await client.query('vacuum analyze stage_tally');
  });
}

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await fillNation();
});
afterAll(() => server.stop());

const readAs = async (role: 'programme-officer' | 'organisation-administrator' = 'programme-officer') =>
  (
    await request(server, world.prefecture.people[role], {
      method: 'GET',
      path: `/organisations/${world.prefecture.id}/programme`,
    })
  ).body as Programme;

const asOfficer = <T>(work: Parameters<typeof inOrganisation<T>>[2]) =>
  inOrganisation(
    server.db,
    { organisationId: world.prefecture.id, personId: world.prefecture.people['programme-officer'].id },
    work,
  );
const area = { fiscalYear: 2026, prefectures: [14] };

describe('the programme page of the ministry', () => {
  test('counts the whole register once, shows no small number, and opens no single prefecture or facility', async () => {
    const ministry = await enrolIn(server, { kind: 'ministry', prefecture: null }, world.network.people);
    const get = (role: 'programme-officer' | 'supporter', rest: string) =>
      request(server, ministry.people[role], { method: 'GET', path: `/organisations/${ministry.id}/${rest}` });
    const programme = (await get('programme-officer', 'programme')).body as Programme;
    const registered = await asSystem(server.db, (tx) =>
      tx
        .selectFrom('facility')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow(),
    );
    expect(programme).toMatchObject({ prefecture: null, facilities: Number(registered.count) });
    expect(programme.classes.reduce((total, row) => total + (row.facilities ?? Number.NaN), 0)).toBe(
      programme.facilities,
    );
    const stages = [...programme.classes.map((row) => row.stages), programme.total].flatMap((row) =>
      Object.values(row),
    );
    const numbers = [...stages, ...programme.classes.map((row) => row.facilities)];
    expect(numbers.filter((count) => count !== null && count < 10)).toEqual([]);
    expect(programme.total.open).toBeGreaterThan(10_000);
    expect((await get('programme-officer', 'programme?prefecture=14')).status).toBe(400);
    expect((await get('supporter', 'region')).status).toBe(404);
  });
});

describe('the programme page of a prefecture', () => {
  test('counts every facility of the prefecture once, by class and stage, and shows no small number', async () => {
    const before = await readAs();
    expect(before).toMatchObject({ fiscalYear: 2026, prefecture: 14 });
    const sums = before.classes.reduce((total, row) => total + (row.facilities ?? Number.NaN), 0);
    expect(sums).toBe(before.facilities);
    const shown = [...before.classes.map((row) => row.stages), before.total].flatMap((row) => Object.values(row));
    expect(shown.filter((count) => count !== null).every((count) => count >= 10)).toBe(true);
    expect(shown).toContain(null);
    expect(JSON.stringify(before)).not.toMatch(/施設\d|みなと/);
  });

  test('follows a run from its beginning to its submission', async () => {
    const stagesOf = async () => {
      const counts = (await asOfficer((tx) => countStages(tx, area))) ?? [];
      const own = counts.filter(({ type, bedClass }) => type === 'hospital' && bedClass === '200-299');
      const sums: Record<string, number> = {};
      for (const { stage, facilities } of own) sums[stage] = (sums[stage] ?? 0) + facilities;
      return sums;
    };
    const first = await stagesOf();
    const path = await answeredRun(server, world.here);
    const begun = await stagesOf();
    expect(begun).toEqual({ ...first, 'not-begun': (first['not-begun'] ?? 0) - 1, open: (first.open ?? 0) + 1 });
    await request(server, world.here.people.planner, { method: 'POST', path: `${path}/submission` });
    const submitted = { ...begun, open: (begun.open ?? 0) - 1, submitted: (begun.submitted ?? 0) + 1 };
    expect(await stagesOf()).toEqual(submitted);
    const reopening = { method: 'POST', path: `${path}/reopening`, body: { reason: '直すため' } };
    await request(server, world.here.people['safety-manager'], reopening);
    expect(await stagesOf()).toEqual(begun);
    const profile = `/facilities/${world.here.id}/profile`;
    const { body } = await request(server, world.here.people.planner, { method: 'GET', path: profile });
    const { type, functions, ehr, systemStaff, revision } = body as Profile;
    const edit = { type, functions, ehr, systemStaff, revision, beds: 620 };
    const by = world.here.people['facility-administrator'];
    expect(await request(server, by, { method: 'PUT', path: profile, body: edit })).toMatchObject({ status: 200 });
    expect(await stagesOf()).toEqual({ ...begun, open: first.open ?? 0 });
  });

  test('reaches rows of its own prefecture only, and no result', async () => {
    const seen = await asOfficer(async (tx) => ({
      elsewhere: await tx
        .selectFrom('run_stage_summary')
        .select('facility_id')
        .where('prefecture', '<>', 14)
        .limit(1)
        .execute(),
      results: await tx.selectFrom('assessment_summary').select('facility_id').limit(1).execute(),
    }));
    expect(seen).toEqual({ elsewhere: [], results: [] });
  });

  test('counts 97,000 facilities by the tally and its index, and reads neither the register nor the summary', async () => {
    const plan = await asOfficer(async (tx) => {
      const { sql: text, parameters } = stageCounts(area).compile(tx);
      const { rows } = await tx.executeQuery({ ...stageCounts(area).compile(tx), sql: `explain ${text}`, parameters });
      return rows.map((row) => Object.values(row as object)[0]).join('\n');
    });
    expect(plan).toMatch(/stage_tally_year/);
    expect(plan).not.toMatch(/run_stage_summary|on facility\b/);
  });

  test('is not found for a network, nor by the officer of another place', async () => {
    const path = `/organisations/${world.network.id}/programme`;
    const officer = world.network.people['programme-officer'];
    expect(await request(server, officer, { method: 'GET', path })).toMatchObject({ status: 404 });
    const own = `/organisations/${world.prefecture.id}/programme`;
    const stranger = world.otherNetwork.people['programme-officer'];
    expect(await request(server, stranger, { method: 'GET', path: own })).toMatchObject({ status: 404 });
  });
});
