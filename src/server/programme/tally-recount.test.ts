import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { askToSweep } from '../app/sweep.ts';
import { openPostOffice } from '../app/testing/post-office.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { recountTallies } from '../platform/database/recount-tallies.ts';
import { countedYear, asSuperuser as runAsSuperuser, tallyCounts } from './testing/tally-counts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const asSuperuser = <T>(work: (client: pg.Client) => Promise<T>) => runAsSuperuser(server, work);

const register = `insert into facility (id, name, prefecture, type, type_guessed, beds)
  select gen_random_uuid(), '施設' || n, 1 + n % 3, (array['hospital','clinic'])[1 + n % 2], true, n * 9 from generate_series(1, 30) n`;
const begin = `insert into run_stage_summary
  select id, ${countedYear}, 'hospital', 'open', type, bed_class_of(beds), prefecture, now() from facility where name like '%3'`;
/** Without the run it belongs to, which no count asks for. */
const score = `insert into assessment_summary (facility_id, fiscal_year, sheet_id, sheet_version, run_id, facility_type, bed_class, score, submitted_at)
  select id, ${countedYear}, 'hospital', '1', id, type, bed_class_of(beds), length(name) / 2.0, now() from facility where name like '%3'`;
const untold = (statement: string) =>
  `set session_replication_role = replica; ${statement}; set session_replication_role = default`;

const rowsOf = async (client: pg.Client, text: string) => (await client.query<{ n: number }>(text)).rows;

/** What the tallies come to, kind by kind. */
const sums = () =>
  asSuperuser(async (client) => [
    await rowsOf(
      client,
      `select fiscal_year, prefecture, facility_type, bed_class, stage, sum(facilities)::int as n from stage_tally
        group by 1, 2, 3, 4, 5 having sum(facilities) <> 0 order by 1, 2, 3, 4, 5`,
    ),
    await rowsOf(
      client,
      `select facility_type, bed_class, score, sum(facilities)::int as n from score_tally
        group by 1, 2, 3 having sum(facilities) <> 0 order by 1, 2, 3`,
    ),
  ]);

/** What they should come to, counted row by row. */
const areRight = async () => {
  const [, kept] = await sums();
  return asSuperuser(async (client) => {
    const { tallied, counted } = await tallyCounts(server, client);
    const standing = await rowsOf(
      client,
      `select facility_type, bed_class, score, count(*)::int as n from assessment_summary
        where score is not null group by 1, 2, 3 order by 1, 2, 3`,
    );
    return isDeepStrictEqual([tallied, kept], [counted, standing]);
  });
};

/** What the log was warned of. */
async function recounted(): Promise<readonly unknown[]> {
  const warn = vi.fn();
  await recountTallies(server.db, { warn });
  return warn.mock.calls.map(([told]) => told);
}

beforeEach(() =>
  asSuperuser(async (client) => {
    await client.query('alter table assessment_summary disable trigger all');
    await client.query('alter table assessment_summary enable trigger user');
    for (const table of ['assessment_summary', 'run_stage_summary', 'facility'])
      await client.query(`delete from ${table}`);
    for (const statement of [register, begin, score]) await client.query(statement);
  }),
);

test('tallies that are right are left as they are, and nothing is told', async () => {
  const before = await sums();
  expect(await areRight()).toBe(true);
  expect(await recounted()).toEqual([]);
  expect(await sums()).toEqual(before);
});

test.each([
  [
    'a count too high',
    'update stage_tally set facilities = facilities + 3 where id in (select id from stage_tally limit 1)',
    1,
  ],
  ['a count lost', "delete from stage_tally where stage = 'begun' and prefecture = 1", 1],
  [
    'a count of a year in which nobody began',
    "insert into stage_tally values (1999, 13, 'clinic', 'unknown', 'open', 7)",
    1,
  ],
  ['scores counted twice', 'update score_tally set facilities = 2 * facilities', 3],
  ['scores nobody has', "insert into score_tally values ('hospital', 1999, 'clinic', 'unknown', 3, 1)", 1],
])('%s: corrected once, and that is told', async (_, falsify, corrected) => {
  const before = await sums();
  await asSuperuser((client) => client.query(falsify));
  expect(await sums()).not.toEqual(before);
  expect(await recounted()).toEqual([{ corrected }]);
  expect(await sums()).toEqual(before);
  expect(await recounted()).toEqual([]);
});

test.each([
  ['runs begun', begin.replace('%3', '%4')],
  ['runs submitted', "update run_stage_summary set stage = 'submitted'"],
  ['facilities moved', "update facility set type = 'pharmacy' where name like '%5'"],
  ['results taken away', 'delete from assessment_summary'],
])('%s without being counted, as with the triggers off: counted afterwards', async (_, change) => {
  await asSuperuser((client) => client.query(untold(change)));
  expect(await areRight()).toBe(false);
  expect(await recounted()).toHaveLength(1);
  expect(await areRight()).toBe(true);
});

test('of two that look at once one corrects, and what is under way is no fault', () =>
  asSuperuser(async (client) => {
    await client.query('begin');
    await client.query("update run_stage_summary set stage = 'submitted'");
    expect(await recounted()).toEqual([]);
    await client.query('commit');
    await client.query(
      'update stage_tally set facilities = facilities + 1 where id in (select id from stage_tally limit 1)',
    );
    await client.query('begin');
    expect(await rowsOf(client, 'select recount_tallies() as n')).toEqual([{ n: 1 }]);
    expect(await recounted()).toEqual([]);
    await client.query('commit');
    expect(await recounted()).toEqual([]);
    expect(await areRight()).toBe(true);
  }));

test('the daily job looks, and warns in the log', async () => {
  await asSuperuser((client) => client.query('delete from stage_tally'));
  const background = openPostOffice(server, undefined);
  try {
    await askToSweep(server.db, 0);
    await vi.waitUntil(() => background.logged.some((line) => line.includes('counts of facilities were wrong')), {
      timeout: 20_000,
    });
  } finally {
    await background.stop();
  }
  expect(await areRight()).toBe(true);
});
