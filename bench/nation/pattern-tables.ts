import type pg from 'pg';
import type { PatternRun } from './patterns.ts';

const perInsert = 100;

const tables = `
  create schema bench;
  create unlogged table bench.run (pattern integer, year integer, sheet_id text, sheet_version text, items integer,
    rules_version text, score double precision, level smallint, stored jsonb, primary key (pattern, year, sheet_id));
  create unlogged table bench.answer (pattern integer, year integer, sheet_id text, part integer, item_id text,
    value text, note text);`;

async function insert(client: pg.Client, runs: readonly PatternRun[]): Promise<void> {
  const rows = runs.map(({ pattern, year, sheet, answers, score, level, stored }) => ({
    pattern,
    year,
    sheet_id: sheet.id,
    sheet_version: sheet.version,
    items: answers.length,
    score,
    level,
    stored,
    rules_version: (stored as { result: { rulesVersion: string } }).result.rulesVersion,
  }));
  const given = runs.flatMap(({ pattern, year, sheet, answers }) =>
    answers.map(({ itemId, value, note }, part) => ({
      pattern,
      year,
      sheet_id: sheet.id,
      part,
      item_id: itemId,
      value,
      note,
    })),
  );
  for (const [table, values] of [
    ['bench.run', rows],
    ['bench.answer', given],
  ] as const)
    await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(values),
    ]);
}

/** Brings the ways to answer into tables of their own, from which the database fills itself. */
export async function storePatterns(client: pg.Client, runs: Iterable<PatternRun>): Promise<void> {
  await client.query(tables);
  let waiting: PatternRun[] = [];
  for (const run of runs) {
    waiting.push(run);
    if (waiting.length < perInsert) continue;
    await insert(client, waiting);
    waiting = [];
  }
  if (waiting.length > 0) await insert(client, waiting);
  await client.query('create index on bench.answer (pattern, year, sheet_id, part); analyze bench.run, bench.answer');
}
