import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillFacility } from '../../app/leaving/testing/filled-facility.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { answerByLink, formSecret } from '../../app/testing/vendor-form-fixtures.ts';
import { makeWorld, type World } from '../../app/testing/world.ts';
import { hashToken } from '../../identity/index.ts';
import { withClient } from '../../platform/database/with-client.ts';

let server: TestServer;
let world: World;
let secret: string;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await fillFacility(server, world);
  await formSecret(server, world.here);
  await formSecret(server, world.elsewhere);
  secret = await formSecret(server, world.here);
  await answerByLink(server, secret);
});
afterAll(() => server.stop());

type Query = (
  text: string,
  values?: readonly unknown[],
) => Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
type Place = {
  readonly facility_id: string;
  readonly run_id: string;
  readonly contact_id: string;
  readonly link_id: string;
};

/** Works as the application does through the link: nothing but the database stands between. */
const inside = <T>(work: (query: Query, place: Place) => Promise<T>): Promise<T> =>
  withClient(server.database.app, async (client) => {
    await client.query('begin');
    const { rows } = await client.query('select * from enter_vendor_form($1, $2)', [
      hashToken(secret),
      server.clock.now,
    ]);
    const done = await work((text, values) => client.query(text, values as unknown[]), rows[0]);
    await client.query('rollback');
    return done;
  });

const tables = `select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and has_table_privilege('mamori_app', c.oid, 'select') order by 1`;

test('through a link the application sees its run, its answers and who answers, and no other row of any table but the public register', async () => {
  const seen = await inside(async (query, { run_id, contact_id }) => {
    const counts: Record<string, number> = {};
    for (const { name } of (await query(tables)).rows) {
      const { rowCount } = await query(`select from ${name}`);
      if (rowCount) counts[String(name)] = rowCount;
    }
    const own = await query('select id::text from run union select id::text from person', []);
    expect(own.rows.map(({ id }) => id).toSorted()).toEqual([run_id, contact_id].toSorted());
    return counts;
  });
  // The names of all facilities are public, and anybody may read them here.
  const { facility_search: _, ...rest } = seen;
  expect(rest).toEqual({ run: 1, answer: 13, answer_history: 13, person: 1, vendor_form_link: 1 });
});

const words = "'R7-V-1-01', 'no', '', 99, now()";

test.each([
  [
    'an answer in another run',
    `insert into answer (facility_id, run_id, item_id, value, note, revision, answered_at, answered_by)
    select $1, gen_random_uuid(), ${words}, $3`,
  ],
  [
    'an answer in the name of another',
    `insert into answer (facility_id, run_id, item_id, value, note, revision, answered_at, answered_by)
    values ($1, $2, 'X', 'no', '', 1, now(), gen_random_uuid())`,
  ],
  [
    'a line of the log about something else',
    `insert into activity (facility_id, id, person_id, act, subject)
    values ($1, gen_random_uuid(), $3, 'sheet.answered', gen_random_uuid()::text)`,
  ],
  [
    'a line of the log of another kind',
    `insert into activity (facility_id, id, person_id, act, subject)
    values ($1, gen_random_uuid(), $3, 'assessment.submitted', $2::text)`,
  ],
  [
    'a line of the log in the name of another',
    `insert into activity (facility_id, id, person_id, act, subject)
    values ($1, gen_random_uuid(), gen_random_uuid(), 'sheet.answered', $2::text)`,
  ],
  ['a submission', `update run set status = 'submitted', submitted_at = now() where id = $2`],
  [
    'another run',
    `insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, begun_by)
    values ($1, gen_random_uuid(), 'hospital', '1', 2026, $3)`,
  ],
  ['somebody else', `insert into person (id, name, contact_of) values (gen_random_uuid(), 'x', $1)`],
  [
    'a system',
    `insert into vendor_system (facility_id, id, vendor, system, contact, changed_at)
    values ($1, gen_random_uuid(), 'a', 'b', 'c', now())`,
  ],
  ['a longer life of the link', `update vendor_form_link set expires_at = now() + interval '1 year' where run_id = $2`],
])('through a link the database refuses %s', async (_, statement) => {
  const used = [1, 2, 3].filter((place) => statement.includes(`$${place}`));
  await inside(async (query, { facility_id, run_id, contact_id }) => {
    const given = [facility_id, run_id, contact_id];
    // Every value is named, so that each has a type.
    const cast = used.reduce((text, place, at) => text.replaceAll(`$${place}`, `$${at + 1}::uuid`), statement);
    const values = used.map((place) => given[place - 1]);
    await expect(query(cast, values)).rejects.toThrow(/row-level security|permission denied/);
  });
});

test('through a link nothing of its facility is changed that it does not see', async () => {
  await inside(async (query, { run_id }) => {
    expect((await query(`update answer set note = 'x' where run_id <> $1`, [run_id])).rowCount).toBe(0);
    expect((await query(`update evidence set name = 'x'`)).rowCount).toBe(0);
    expect((await query(`update facility set name = 'x'`)).rowCount).toBe(0);
    expect((await query(`update vendor_system set contact = 'x'`)).rowCount).toBe(0);
  });
});

test('the scope of a link ends with its transaction, also on the connection it was entered on', async () => {
  const answers = await withClient(server.database.app, async (client) => {
    const seen = async () => (await client.query('select from answer')).rowCount;
    await client.query('begin');
    await client.query('select * from enter_vendor_form($1, $2)', [hashToken(secret), server.clock.now]);
    const within = await seen();
    await client.query('commit');
    return { within, after: await seen() };
  });
  expect(answers).toEqual({ within: 13, after: 0 });
});
