import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await fill(world.here.id, 5_000);
  await fill(world.elsewhere.id, 10);
});
afterAll(() => server.stop());

const asFacility = <T>(id: string, work: (client: pg.Client) => Promise<T>) =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [id]);
    return work(client);
  });

/** Records of years, written as they are, since nobody types thousands: of 25 systems one is in use. */
const fill = (facilityId: string, count: number) =>
  asFacility(facilityId, async (client) => {
    const person = world.here.people.planner.id;
    await client.query(
      `insert into enquiry (facility_id, id, received_on, gist, written_by, written_at)
       select $1, gen_random_uuid(), date '2010-01-01' + n / 2, 'x', $2, now() from generate_series(1, $3::int) n`,
      [facilityId, person, count],
    );
    await client.query(
      `insert into provision (facility_id, id, provided_on, recipient, content, ground, written_by, written_at)
       select $1, gen_random_uuid(), date '2010-01-01' + n / 2, 'x', 'y', 'law', $2, now() from generate_series(1, $3::int) n`,
      [facilityId, person, count],
    );
    await client.query(
      `insert into vendor_system (facility_id, id, vendor, system, contact, ended_at, changed_at)
       select $1, gen_random_uuid(), '事業者' || n, 'システム', '担当', case when n % 25 > 0 then timestamptz '2020-01-01' + n * interval '1 hour' end,
         now() from generate_series(1, $2::int) n`,
      [facilityId, count],
    );
    await client.query(
      `insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, purpose, subject_id, begun_by)
       select $1, gen_random_uuid(), 'checklist-vendor', 'R7', 2023 + year, 'vendor', id, $2
       from vendor_system, generate_series(0, 2) year where facility_id = $1`,
      [facilityId, person],
    );
    await client.query(
      `insert into vendor_form_link (facility_id, id, run_id, contact_id, token_hash, made_at, expires_at, ended_at)
       select $1, gen_random_uuid(), id, $2, sha256(id::text::bytea), now(), now(), now() from run where facility_id = $1 and purpose = 'vendor'`,
      [facilityId, person],
    );
    await client.query('analyze enquiry, provision, vendor_system, run, vendor_form_link');
  });

const explain = (query: string) =>
  asFacility(world.here.id, async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${query}`, [world.here.id]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

test.each([
  ['enquiry_in_order', 'enquiry', 'received_on'],
  ['provision_in_order', 'provision', 'provided_on'],
])('a page is read from the index %s, however many there are', async (index, table, day) => {
  for (const after of ['', `and (t.${day}, t.id) < (date '2014-01-01', '80000000-0000-4000-8000-000000000000')`]) {
    const plan = await explain(
      `select t.id, p.name from ${table} t join person p on p.id = t.written_by
       where t.facility_id = $1 ${after} order by t.${day} desc, t.id desc limit 51`,
    );
    expect(plan).toMatch(new RegExp(`Index.* (using|on) ${index}\\b`));
    expect(plan).not.toContain('Sort');
  }
});

test.each([
  ['vendor_system_in_use', 'is null'],
  ['vendor_system_ended', 'is not null'],
])('systems of vendors are read from the index %s, however many have ended', async (index, ended) => {
  const plan = await explain(
    `select id, vendor, system from vendor_system where facility_id = $1 and ended_at ${ended} order by ended_at desc limit 200`,
  );
  expect(plan).toMatch(new RegExp(`(using|on) ${index}\\b`));
  expect(plan).not.toContain('Seq Scan');
});

test('the forms of the systems of a list, their newest link and its letter are found by indexes', async () => {
  const plan = await explain(
    `select run.id, newest.id, mail.state from run
     left join lateral (select l.id from vendor_form_link l where l.facility_id = run.facility_id and l.run_id = run.id
       order by l.ended_at is null desc, l.made_at desc limit 1) newest on true
     left join mail on mail.facility_id = run.facility_id and mail.subject = newest.id
     where run.facility_id = $1 and run.vendor_system_id = any (array(select id from vendor_system
       where facility_id = $1 and ended_at is null limit 200)) order by run.fiscal_year desc`,
  );
  expect(plan).toMatch(/(using|on) run_of_vendor_system\b/);
  expect(plan).toMatch(/(using|on) vendor_form_link_(of_run|open)\b/);
  expect(plan).not.toContain('Seq Scan on vendor_form_link');
  expect(plan).not.toContain('Seq Scan on run');
});
