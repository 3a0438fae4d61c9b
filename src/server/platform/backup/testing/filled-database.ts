import pg from 'pg';
import { inject } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../database/testing/fresh-database.ts';
import { leftOut } from '../backup-repository.ts';

type Filled = Pick<FreshDatabase, 'owner'> & {
  /** Of the cluster it is in, where that is not the one of the tests. */
  readonly superuser?: pg.ClientConfig;
};

/** As nobody but the test is: past all row security. */
export async function asSuperuser<T>(
  { owner, superuser = inject('testCluster').administrator }: Filled,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...superuser, database: owner.database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const uuid = (kind: string, n: number) => `${kind.padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const ids = { facility: uuid('fa', 1), other: uuid('fa', 2), person: uuid('be', 1), file: uuid('f1', 1) };

/** Rows of every sort of value, with what files and texts of hospitals are known to hold: 外字, control signs, nothing at all. */
const rows = `
  insert into facility (id, code, name, prefecture, type, type_guessed, functions, created_at) values
    ('${ids.facility}', '141234567', E'髙﨑𠮷野家\u{E000}病院\\t\\\\. "x"', 14, 'hospital', false, '{emergency,"a,b",NULL}', '2026-04-01 00:00:00.123456+09'),
    ('${ids.other}', null, E'\\\\.\\n\\\\N', 1, 'clinic', true, '{}', '1970-01-01 00:00:00+00');
  insert into facility_search (facility_id, prefecture, city, name_sort, name_folded, grams) values
    ('${ids.facility}', 14, '', 'あ', 'い', '{あい,いう}');
  insert into facility_profile (facility_id, sheet_choice) values
    ('${ids.facility}', '{"b": 1.50, "a": "\\u0001\\\\n", "c": null, "d": [1e2, "𠮷"]}');
  insert into person (id, name, system_roles) values ('${ids.person}', E'山田\\n太郎', '{system-administrator}');
  insert into person_secret (person_id, email, password_hash, totp_secret) values ('${ids.person}', 'a@example.jp', 'x', '\\x00ff5c0a');
  insert into member (facility_id, person_id, roles) values ('${ids.facility}', '${ids.person}', '{facility-administrator}');
  insert into session (token_hash, person_id, expires_at) values ('\\x01', '${ids.person}', now() + interval '1 day');
  insert into setup_link (token_hash, expires_at) values ('\\x02', now() + interval '1 day');
  insert into activity (facility_id, id, person_id, act, subject, detail)
    select '${ids.facility}', md5(n::text)::uuid, '${ids.person}', 'sheet.answered', null, jsonb_build_object('n', n::text)
    from generate_series(1, 500) n;
  insert into system_event (id, act, subject, actor) values (gen_random_uuid(), 'identity.signed-in', 'x', '${ids.person}');
  select graphile_worker.add_job('mail.send', '{"mailId":"${ids.person}"}', run_at := '2030-01-01', job_key := 'letter');
  select graphile_worker.add_job('identity.reset-requested', '{"requestId":"${ids.person}"}');`;

/** One row that no seal holds yet. */
const late = `insert into activity (facility_id, id, person_id, act)
  values ('${ids.facility}', gen_random_uuid(), '${ids.person}', 'late')`;

/** Other databases of the cluster are written to meanwhile: what is complete may take a moment. */
async function sealAll(client: pg.Client): Promise<void> {
  for (;;) {
    await client.query('select seal_activity(now())');
    const { rows: left } = await client.query(
      'select from activity a where not exists (select from activity_entry e where e.activity_id = a.id)',
    );
    if (left.length === 0) return;
    await client.query('select pg_sleep(0.05)');
  }
}

/** A file of so many chunks that no compression makes small. */
const evidence = (chunks: number) => `
  insert into file (facility_id, id, media_type, size, sha256) values ('${ids.facility}', '${ids.file}', 'application/pdf', 1, '\\x00');
  insert into file_chunk (facility_id, file_id, seq, bytes)
    select '${ids.facility}', '${ids.file}', seq, decode(string_agg(md5(seq || ' ' || n), ''), 'hex')
    from generate_series(1, ${chunks}) seq, generate_series(1, 16384) n group by seq;
  insert into evidence (facility_id, id, item_id, file_id, name, added_by)
    values ('${ids.facility}', gen_random_uuid(), 'item', '${ids.file}', '図面.pdf', '${ids.person}');`;

export async function filledDatabase(chunks = 1): Promise<FreshDatabase> {
  const database = await freshDatabase();
  await asSuperuser(database, async (client) => {
    await client.query(rows + evidence(chunks));
    await sealAll(client);
    await client.query(late);
  });
  return database;
}

/** Every row of every table a backup holds, as one text. */
export const allRows = (database: Filled): Promise<Record<string, unknown[]>> =>
  asSuperuser(database, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname <> all ($1) order by 1`,
      [Object.keys(leftOut)],
    );
    const all: Record<string, unknown[]> = {};
    for (const { name } of tables) {
      const found = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${name} t order by t::text`,
      );
      all[name] = found.rows.map(({ row: { xid: _x, horizon: _h, ceiling: _c, ...row } }) => row);
    }
    return all;
  });
