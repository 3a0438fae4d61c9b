import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bedClassOf } from '#core/organisation/bed-class.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { foldTallies } from '../platform/database/fold-tallies.ts';
import { countedYear as fiscalYear, asSuperuser as runAsSuperuser, tallyCounts } from './testing/tally-counts.ts';

const facilities = 60;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const asSuperuser = <T>(work: (client: pg.Client) => Promise<T>) => runAsSuperuser(server, work);
const counts = (client: pg.Client) => tallyCounts(server, client);

const changes: Readonly<Record<string, string>> = {
  'a register comes in': `insert into facility (id, name, prefecture, type, type_guessed, beds)
    select gen_random_uuid(), '施設' || n, 1 + n % 3, (array['hospital','clinic'])[1 + n % 2], true, case when n % 2 = 0 then n * 9 end
    from generate_series(1, ${facilities}) n`,
  'every third begins': `insert into run_stage_summary
    select id, ${fiscalYear}, 'hospital', 'open', type, bed_class_of(beds), prefecture, now()
    from (select *, row_number() over (order by name) as n from facility) f where n % 3 = 0`,
  'some begin the other sheet too, and one that does not count': `insert into run_stage_summary
    select facility_id, ${fiscalYear}, s, 'submitted', facility_type, bed_class, prefecture, now()
    from (select *, row_number() over (order by facility_id) as n from run_stage_summary) r,
      unnest(array['small-facility','network-level']) s where n % 2 = 0`,
  'what is there is begun again, as the server saves a stage': `insert into run_stage_summary
    select facility_id, fiscal_year, sheet_id, 'submitted', facility_type, bed_class, prefecture, now() from run_stage_summary
    on conflict (facility_id, fiscal_year, sheet_id) do update set stage = excluded.stage`,
  'some are opened again': `update run_stage_summary set stage = 'open' where facility_type = 'clinic'`,
  'all rows of a facility move to another class at once': `update run_stage_summary set facility_type = 'pharmacy', bed_class = '20-99'
    where facility_id in (select facility_id from run_stage_summary order by facility_id limit 5)`,
  'the register corrects types and beds': `update facility set type = 'clinic-with-beds', beds = 12 where name like '%7'`,
  'a run is taken away': `delete from run_stage_summary where sheet_id = 'hospital' and prefecture = 2`,
  'all runs of some go at once': `delete from run_stage_summary
    where facility_id in (select facility_id from run_stage_summary order by facility_id desc limit 3)`,
  'some are struck off the register': `delete from facility
    where name like '%3' and id not in (select facility_id from run_stage_summary)`,
  'the tally is folded': 'select fold_tallies()',
};

test('whatever changes, the tally counts as brute force does', async () => {
  await asSuperuser(async (client) => {
    for (const [change, text] of Object.entries(changes)) {
      await client.query(text);
      const { tallied, counted } = await counts(client);
      expect(tallied, change).toEqual(counted);
    }
  });
});

test('folding leaves one row of a kind and the same counts', async () => {
  await asSuperuser(async (client) => {
    await client.query("update run_stage_summary set stage = 'submitted' where stage = 'open'");
    const before = await counts(client);
    await foldTallies(server.db);
    const { rows } =
      await client.query(`select from stage_tally group by fiscal_year, prefecture, facility_type, bed_class, stage
      having count(*) > 1 or sum(facilities) = 0 or not bool_and(folded)`);
    expect(rows).toEqual([]);
    expect(await counts(client)).toEqual(before);
  });
});

test('two that submit the two sheets of a facility at once count it once', async () => {
  const stage = (sheet: string, to: string) =>
    `insert into run_stage_summary select id, ${fiscalYear}, '${sheet}', '${to}', type, bed_class_of(beds), prefecture, now()
      from facility where name = '施設1' on conflict (facility_id, fiscal_year, sheet_id) do update set stage = excluded.stage`;
  await asSuperuser((one) =>
    asSuperuser(async (other) => {
      await one.query(`${stage('hospital', 'open')}; ${stage('small-facility', 'open')}`);
      await one.query(`begin; ${stage('hospital', 'submitted')}`);
      const second = other.query(stage('small-facility', 'submitted'));
      await one.query('select pg_sleep(0.3)');
      await one.query('commit');
      await second;
      const { tallied, counted } = await counts(one);
      expect(tallied).toEqual(counted);
    }),
  );
});

test.each([null, 0, 19, 20, 99, 100, 199, 200, 299, 300, 399, 400, 499, 500, 9999])(
  '%s beds are of the class the product says',
  async (beds) => {
    const found = await asSuperuser((client) => client.query('select bed_class_of($1::integer) as class', [beds]));
    expect(found.rows[0]).toEqual({ class: bedClassOf(beds) });
  },
);

test('the scores of a class are found by their index, however many classes there are', async () => {
  const plan = await asSuperuser(async (client) => {
    await client.query(`insert into score_tally
      select 'small-facility', 2000 + n % 20, 'clinic', (array['under-20','20-99','unknown'])[1 + n % 3], n % 300 / 100.0, 1, true
      from generate_series(1, 30000) n`);
    await client.query('vacuum analyze score_tally');
    const text = `explain select score, facilities from score_tally where sheet_id = 'small-facility' and fiscal_year = 2005
      and facility_type = 'clinic' and bed_class = 'under-20'`;
    return (await client.query<{ 'QUERY PLAN': string }>(text)).rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/score_tally_class/);
  expect(plan).not.toMatch(/Seq Scan/);
});

test('without a prefecture of its own nobody reads the tally, and the scores nobody at all', async () => {
  for (const table of ['stage_tally', 'score_tally']) {
    const seen = await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`.execute(server.db);
    expect(seen.rows, table).toEqual([{ rows: 0 }]);
  }
  await expect(sql`insert into score_tally select * from score_tally`.execute(server.db)).rejects.toThrow(
    /permission denied/,
  );
});
