import type pg from 'pg';

/** Tables that are filled, all rows at once. */
const filled = [
  'facility',
  'facility_search',
  'facility_profile',
  'person',
  'person_secret',
  'member',
  'session',
  'organisation',
  'organisation_member',
  'organisation_facility',
  'run',
  'answer',
  'answer_history',
  'result',
  'assessment_summary',
  'run_stage_summary',
  'activity',
];
/** Their indexes beside the keys are built afterwards; the sealer needs its own on the way. */
const indexed = ['member', 'session', 'assessment_summary', 'run_stage_summary', 'activity'];
const keptIndexes = ['activity_xid'];

type Statement = { readonly drop: string; readonly restore: string };

async function statements(client: pg.Client, text: string, values: unknown[]): Promise<readonly Statement[]> {
  return (await client.query<Statement>(text, values)).rows;
}

const foreignKeys = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
  from pg_constraint where contype = 'f' and conrelid::regclass::text = any ($1) and connamespace = 'public'::regnamespace`;
const indexes = `
  select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as restore
  from pg_index where indrelid::regclass::text = any ($1) and not indisunique
    and indexrelid::regclass::text <> all ($2)`;

/**
 * Lets the owner fill the tables as a restore would: without row security, foreign keys and secondary indexes, which come
 * back afterwards and are checked as a whole.
 */
export async function inBulk(client: pg.Client, fill: () => Promise<void>, say: (line: string) => void) {
  const lifted = [
    ...(await statements(client, foreignKeys, [filled])),
    ...(await statements(client, indexes, [indexed, keptIndexes])),
  ];
  for (const table of filled) await client.query(`alter table ${table} no force row level security`);
  for (const { drop } of lifted) await client.query(drop);
  await fill();
  for (const [done, { restore }] of lifted.toReversed().entries()) {
    say(`索引と参照 ${done + 1} / ${lifted.length}`);
    await client.query(restore);
  }
  for (const table of filled) await client.query(`alter table ${table} force row level security`);
}
