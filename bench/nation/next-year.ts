import type pg from 'pg';
import type { ClientConfig } from 'pg';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { loadCatalogue } from '../../src/server/catalogue/index.ts';
import { withClient } from '../../src/server/platform/database/with-client.ts';

/** A facility with the runs it has open in the year after the filled ones. */
export type Due = {
  readonly facilityId: string;
  readonly isHospital: boolean;
  readonly administrator: string;
  readonly manager: string;
  readonly operator: string;
  readonly executive: string;
  readonly runs: Readonly<Partial<Record<SelfAssessmentSheet, string>>>;
};

/** One question of a sheet. */
export type Question = { readonly sheetId: SelfAssessmentSheet; readonly itemId: string };

const catalogue = loadCatalogue();
const written = ['run', 'answer', 'answer_history', 'run_stage_summary'];

function sheetOf(id: SelfAssessmentSheet) {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

/** All questions of the sheets, in order. */
export const questionsOf = (sheets: readonly SelfAssessmentSheet[]): readonly Question[] =>
  sheets.flatMap((sheetId) => itemsOf(sheetOf(sheetId)).map(({ id }) => ({ sheetId, itemId: id })));

/** A value the scale of a sheet has. */
export const valueOf = ({ sheetId }: Question, nth: number) =>
  sheetId === 'network-level' ? (['yes', 'no'][nth % 2] ?? 'no') : String(nth % 4);

const begin = `
  with begun as (
    insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, executive_id, begun_by)
    select f.facility_id, gen_random_uuid(), s.id, s.version, $1,
      case when s.id = 'executive' then f.executive end,
      case when s.id = 'executive' then f.executive when f.is_hospital then f.operator else f.administrator end
    from bench.facility f cross join jsonb_to_recordset($2) s(id text, version text)
    where (f.place between $3 and $4 and f.is_hospital or f.place < $5 and not f.is_hospital)
      and (f.is_hospital or s.id <> 'executive')
    returning facility_id, sheet_id, id
  ), staged as (
    insert into run_stage_summary (facility_id, fiscal_year, sheet_id, stage, facility_type, bed_class, prefecture, changed_at)
    select b.facility_id, $1, b.sheet_id, 'open', f.type, f.bed_class, f.prefecture, now()
    from begun b join bench.facility f using (facility_id) where b.sheet_id <> 'executive'
  )
  select f.facility_id as "facilityId", f.is_hospital as "isHospital", f.administrator, f.manager, f.operator, f.executive,
    jsonb_object_agg(b.sheet_id, b.id) as runs
  from begun b join bench.facility f using (facility_id) group by f.facility_id, 2, 3, 4, 5, 6, f.place
  order by f.is_hospital desc, f.place`;

const answer = `
  with given as (
    select (d ->> 'facilityId')::uuid as facility_id, (d -> 'runs' ->> q.sheet)::uuid as run_id, q.item, q.value,
      case when q.sheet = 'executive' then (d ->> 'executive')::uuid
        when (d ->> 'isHospital')::boolean then (d ->> 'operator')::uuid else (d ->> 'administrator')::uuid end as by
    from jsonb_array_elements($1) with ordinality due(d, place)
      join unnest($2::integer[]) with ordinality many(answered, place) using (place)
      join jsonb_to_recordset($3) q(nth integer, sheet text, item text, value text) on q.nth < many.answered
    where d -> 'runs' ? q.sheet
  ), answered as (
    insert into answer (facility_id, run_id, item_id, value, revision, answered_by)
    select facility_id, run_id, item, value, 1, by from given returning *
  )
  insert into answer_history (facility_id, run_id, item_id, revision, value, note, origin, answered_by)
  select facility_id, run_id, item_id, revision, value, note, 'typed', answered_by from answered`;

async function asFiller<T>(owner: ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(owner, async (client) => {
    for (const table of written) await client.query(`alter table ${table} no force row level security`);
    try {
      return await work(client);
    } finally {
      for (const table of written) await client.query(`alter table ${table} force row level security`);
    }
  });
}

/** Begins the runs of a year nobody has begun yet: of hospitals from one place to another, and of the first small facilities. */
export function beginNextYear(
  owner: ClientConfig,
  of: { readonly sheets: readonly SelfAssessmentSheet[]; from: number; to: number; small: number },
): Promise<readonly Due[]> {
  return asFiller(owner, async (client) => {
    const last = await client.query<{ year: number }>('select max(fiscal_year)::integer as year from run');
    const sheets = JSON.stringify(of.sheets.map((id) => ({ id, version: sheetOf(id).version })));
    const values = [(last.rows[0]?.year ?? 0) + 1, sheets, of.from, of.to, of.small];
    const { rows } = await client.query<Due>(begin, values);
    return rows;
  });
}

/** Gives the first answers of each facility: as many of the questions as the numbers say. */
export function answerFirst(
  owner: ClientConfig,
  due: readonly Due[],
  answered: readonly number[],
  questions: readonly Question[],
): Promise<void> {
  const asked = questions.map((question, nth) => ({
    nth,
    sheet: question.sheetId,
    item: question.itemId,
    value: valueOf(question, nth),
  }));
  return asFiller(owner, async (client) => {
    await client.query(answer, [JSON.stringify(due), answered, JSON.stringify(asked)]);
    await client.query('analyze run, answer, answer_history');
    await client.query('select fold_tallies()');
  });
}
