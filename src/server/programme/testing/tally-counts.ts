import type { Kysely } from 'kysely';
import type pg from 'pg';
import { inject } from 'vitest';
import { prefectures } from '#core/organisation/prefecture.ts';
import type { StageCount } from '#core/programme/stage-table.ts';
import { stageSheets } from '#core/sheet/stage.ts';
import type { TestServer } from '../../app/testing/test-server.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { stageCounts } from '../repository.ts';

export const countedYear = 2026;

export const asSuperuser = <T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient({ ...inject('testCluster').administrator, database: server.database.owner.database ?? '' }, work);

const place = (row: StageCount) => `${row.type} ${row.bedClass} ${row.stage}`;
const sorted = (rows: readonly StageCount[]) => [...rows].sort((a, b) => place(a).localeCompare(place(b)));

/** Counted row by row, as the tally says it without looking at one. */
const oneByOne = `
  with begun as (
    select facility_id, max(facility_type) as type, max(bed_class) as bed_class, max(stage) as stage
    from run_stage_summary where fiscal_year = $1 and sheet_id = any ($2) group by facility_id)
  select type, bed_class as "bedClass", stage, count(*)::int as facilities from begun group by type, bed_class, stage
  union all select type, bed_class_of(beds), 'not-begun', count(*)::int from facility
  where id not in (select facility_id from begun) group by type, bed_class_of(beds)`;

/** How many facilities of each class are at which stage: by the tally, and by looking at every one. */
export async function tallyCounts(server: TestServer, client: pg.Client) {
  const { sql: text, parameters } = stageCounts({
    fiscalYear: countedYear,
    prefectures: prefectures.map(({ code }) => code),
  }).compile(server.db as Kysely<Tables>);
  const tallied = (await client.query<StageCount>(text, [...parameters])).rows;
  const counted = (await client.query<StageCount>(oneByOne, [countedYear, [...stageSheets]])).rows;
  return { tallied: sorted(tallied), counted: sorted(counted) };
}
