import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { fiscalYearOf } from '../src/core/kernel/fiscal-year.ts';
import type { Tables } from '../src/server/platform/database/tables.ts';
import type { LoadCall } from './caller.ts';
import { atMost, quantile, type Row } from './row.ts';
import { sendLoad } from './send-load.ts';
import type { Stage } from './stage.ts';

const rounds = 5;
const callsEach = 60;
const few = 1_000;
const many = 5_000;
const year = fiscalYearOf(new Date());

/** The first page of each list, one from its middle, and what is shown above it. */
async function reads({ db, facilityId }: Stage): Promise<Readonly<Record<string, string>>> {
  const tasks = `/facilities/${facilityId}/tasks?fiscalYear=${year}`;
  const risks = `/facilities/${facilityId}/risks?basis=before`;
  return {
    tasks,
    'tasks, from the middle': `${tasks}&after=${await middleOf(db, facilityId, 'task')}`,
    'sums of tasks': `/facilities/${facilityId}/task-sums?fiscalYear=${year}`,
    risks,
    'risks, from the middle': `${risks}&after=${await middleOf(db, facilityId, 'risk')}`,
    'sums of risks': `/facilities/${facilityId}/risk-sums`,
  };
}

const inOrder = { task: sql`due_on, id`, risk: sql`likelihood * impact desc, id` } as const;

/** The one half of its list stands before. */
function middleOf(db: Kysely<Tables>, facilityId: string, list: keyof typeof inOrder): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await enter(tx, facilityId);
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(list)} order by ${inOrder[list]}
      offset (select count(*) / 2 from ${sql.table(list)}) limit 1`.execute(tx);
    const [middle] = rows;
    if (!middle) throw new Error(`no ${list}`);
    return middle.id;
  });
}

const enter = (tx: Kysely<Tables>, facilityId: string) =>
  sql`select set_config('app.facility_id', ${facilityId}, true)`.execute(tx);

/** Tasks and risks numbered from one to another, over the whole year and the whole map: nobody types thousands. */
async function fill(db: Kysely<Tables>, facilityId: string, from: number, to: number): Promise<void> {
  const begun = new Date();
  await db.transaction().execute(async (tx) => {
    await enter(tx, facilityId);
    await sql`insert into task (facility_id, id, fiscal_year, title, due_on, status, cost_planned, person_days, aim, measured_by)
      select ${facilityId}, gen_random_uuid(), ${year}::integer, '取り組み' || n, make_date(${year}::integer, 4, 1) + n % 365,
        (array['todo', 'doing', 'done'])[n % 3 + 1], 1000, 0.5,
        repeat('ねらい', 30), repeat('めやす', 30)
      from generate_series(${from}::integer, ${to}::integer) n`.execute(tx);
    await sql`insert into risk (facility_id, id, number, title, threat, weakness, likelihood, impact, stage, added_at)
      select ${facilityId}, gen_random_uuid(), n, 'リスク' || n, repeat('脅威', 40), repeat('弱点', 40), n % 5 + 1, n / 5 % 5 + 1,
        'undecided', now()
      from generate_series(${from}::integer, ${to}::integer) n`.execute(tx);
  });
  await settle(db, begun);
}

/** Waits until the database has looked at the rows filled last, as it does within minutes by itself: lists are not read at once. */
async function settle(db: Kysely<Tables>, filled: Date): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_stat_user_tables
      where relname in ('task', 'risk') and last_autoanalyze > ${filled}`.execute(db);
    if (rows.length === 2) return;
    await setTimeout(1_000);
  }
}

async function p95({ url, caller }: Stage, path: string): Promise<number> {
  const line = Array.from({ length: callsEach }, (): LoadCall => ({ method: 'GET', path }));
  const { each } = await sendLoad({ url, cookie: caller.cookie, lines: [line] });
  return quantile(each.slice(callsEach / 6), 0.95);
}

/** The least disturbed of some rounds, for each path. */
async function measured(stage: Stage): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const [name, path] of Object.entries(await reads(stage))) {
    const each: number[] = [];
    for (let round = 0; round < rounds; round += 1) each.push(await p95(stage, path));
    times.set(name, Math.min(...each));
  }
  return times;
}

/** Issue: a register of 5,000 risks and 5,000 tasks pages within the budgets: its pages feel no more of it than of 1,000. */
export async function benchLongLists(stage: Stage): Promise<readonly Row[]> {
  await fill(stage.db, stage.facilityId, 1, few);
  const before = await measured(stage);
  await fill(stage.db, stage.facilityId, few + 1, many);
  const after = await measured(stage);
  return [...before].map(([name, fewMs]) => {
    const manyMs = after.get(name) ?? Number.NaN;
    const raw = { [`${few}, p95 ms`]: fewMs, [`${many}, p95 ms`]: manyMs };
    return atMost(1.5, { name: `${name}, ${many}`, value: manyMs / fewMs, unit: `times ${few}`, raw });
  });
}
