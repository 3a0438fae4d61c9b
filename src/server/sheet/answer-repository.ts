import { CompiledQuery, sql } from 'kysely';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import { type AnswerMarks, marksOf } from '#core/sheet/answer-marks.ts';
import type { Conclusion } from '#core/sheet/conclusion.ts';
import type { Answer } from '#core/sheet/run.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';
import type { RunRow } from './run-repository.ts';

type HeldRun = RunRow & {
  readonly value: string | null;
  readonly note: string | null;
  readonly revision: number | null;
  readonly toConfirm: boolean | null;
  readonly confirmedOn: string | null;
  readonly targetOn: string | null;
  readonly conclusion: Conclusion | null;
  readonly assignedAreas: string[];
};

// Built anew for every answer, the statements of the busiest act cost a tenth of it.
const holdRun = `
  select run.id, sheet_id as "sheetId", sheet_version as "sheetVersion", fiscal_year as "fiscalYear",
    purpose, executive_id as "executiveId", subject_id as "subjectId", scope_areas as "scopeAreas", scope_items as "scopeItems", without_vendor as "withoutVendor", moved_from as "movedFrom", status, begun_at as "begunAt", submitted_at as "submittedAt",
    answer.value, answer.note, answer.revision, answer.to_confirm as "toConfirm",
    answer.conclusion, to_char(answer.confirmed_on, 'YYYY-MM-DD') as "confirmedOn", to_char(answer.target_on, 'YYYY-MM-DD') as "targetOn",
    array(select area_id from assignment where facility_id = $1::uuid and run_id = $2::uuid and person_id = $4::uuid) as "assignedAreas"
  from run left join answer on answer.facility_id = run.facility_id and answer.run_id = run.id and answer.item_id = $3 and not answer.former
  where run.facility_id = $1::uuid and run.id = $2::uuid
  for share of run`;

/** The run held, with the areas handed to the person and the answer now standing, in one round trip. */
export async function lockRunForAnswer(
  tx: FacilityTx,
  { facilityId, runId, itemId, personId }: { facilityId: string; runId: string; itemId: string; personId: string },
): Promise<HeldRun | undefined> {
  const held = await tx.executeQuery<HeldRun>(CompiledQuery.raw(holdRun, [facilityId, runId, itemId, personId]));
  return held.rows[0];
}

/** What an answer says, without who gave it when. */
export type AnswerWords = Pick<Answer, 'itemId' | 'value' | 'note' | 'toConfirm' | keyof AnswerMarks>;

const markColumns = [
  sql<Conclusion | null>`conclusion`.as('conclusion'),
  sql<string | null>`to_char(confirmed_on, 'YYYY-MM-DD')`.as('confirmedOn'),
  sql<string | null>`to_char(target_on, 'YYYY-MM-DD')`.as('targetOn'),
] as const;

/** The answers of a run as results are made of them: half the columns, no join. */
export async function answerWordsOf(tx: FacilityTx, facilityId: string, runId: string): Promise<AnswerWords[]> {
  const rows = await tx
    .selectFrom('answer')
    .select(['item_id as itemId', 'value', 'note', 'to_confirm as toConfirm'])
    .select(markColumns)
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .where('former', '=', false)
    .orderBy('item_id')
    .execute();
  return rows.map((row) => ({ ...row, value: row.value as AnswerValue | null }));
}

/** The same of several runs at once, by the run. */
export async function answerWordsOfRuns(
  tx: FacilityTx,
  facilityId: string,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, AnswerWords>>> {
  const rows = await tx
    .selectFrom('answer')
    .select(['run_id as runId', 'item_id as itemId', 'value', 'note', 'to_confirm as toConfirm'])
    .select(markColumns)
    .where('facility_id', '=', facilityId)
    .where(sql<boolean>`run_id = any (${runIds}::uuid[])`)
    .where('former', '=', false)
    .execute();
  const byRun = Map.groupBy(rows, ({ runId }) => runId);
  const wordsOf = ({ runId: _, ...row }: (typeof rows)[number]) =>
    [row.itemId, { ...row, value: row.value as AnswerValue | null }] as const;
  return new Map([...byRun].map(([runId, answers]) => [runId, new Map(answers.map(wordsOf))]));
}

/** Whoever answers through a secret link sees nobody of the facility. */
const unseen = '施設の人';

const withNames = (tx: FacilityTx, facilityId: string, runId: string) =>
  tx
    .selectFrom('answer')
    .leftJoin('person', 'person.id', 'answer.answered_by')
    .select([
      'item_id',
      'value',
      'note',
      'revision',
      'to_confirm',
      'answered_by as personId',
      'person.name',
      'answered_at',
    ])
    .select(markColumns)
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .orderBy('item_id');

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>;

const answerOf = (row: NamedRow): Answer => ({
  itemId: row.item_id,
  value: row.value as AnswerValue | null,
  note: row.note,
  revision: row.revision,
  toConfirm: row.to_confirm,
  confirmedOn: row.confirmedOn,
  targetOn: row.targetOn,
  conclusion: row.conclusion,
  answeredBy: { id: row.personId, name: row.name ?? unseen },
  answeredAt: row.answered_at,
});

/** The answers of a run, of these items only where they are named. */
export async function answersOf(
  tx: FacilityTx,
  facilityId: string,
  runId: string,
  itemIds?: readonly string[],
): Promise<Answer[]> {
  const rows = await withNames(tx, facilityId, runId)
    .where('former', '=', false)
    .$if(itemIds !== undefined, (query) => query.where(sql<boolean>`item_id = any (${itemIds ?? []}::text[])`))
    .execute();
  return rows.map(answerOf);
}

/** What was answered to items that the version the run went over to does not ask. */
export async function formerAnswersOf(tx: FacilityTx, facilityId: string, runId: string): Promise<Answer[]> {
  const rows = await withNames(tx, facilityId, runId).where('former', '=', true).execute();
  return rows.map(answerOf);
}

/** Every revision of one item, newest first. */
export async function historyOf(tx: FacilityTx, facilityId: string, runId: string, itemId: string) {
  const rows = await tx
    .selectFrom('answer_history')
    .innerJoin('person', 'person.id', 'answer_history.answered_by')
    .select(['value', 'note', 'revision', 'origin', 'answered_at as answeredAt'])
    .select(['person.id as personId', 'person.name'])
    .select(markColumns)
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .where('item_id', '=', itemId)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(({ personId, name, value, ...row }) => ({
    ...row,
    value: value as AnswerValue | null,
    answeredBy: { id: personId, name },
  }));
}

export type NewAnswer = Partial<AnswerMarks> & {
  readonly itemId: string;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly revision: number;
  readonly toConfirm: boolean;
};
export type Origin = 'typed' | 'file' | 'carried-over' | 'self-check' | 'proposed' | 'bridged' | 'derived';

const write = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::boolean[], $11::date[], $12::date[], $13::text[])
      as given(item_id, value, note, revision, to_confirm, confirmed_on, target_on, conclusion)
  ), written as (
    insert into answer (facility_id, run_id, item_id, value, note, revision, to_confirm, confirmed_on, target_on, conclusion,
      answered_by, answered_at)
    select $6::uuid, $7::uuid, item_id, value, note, revision, to_confirm, confirmed_on, target_on, conclusion, $8::uuid, $9::timestamptz
    from given
    on conflict (facility_id, run_id, item_id) do update
      set value = excluded.value, note = excluded.note, revision = excluded.revision, to_confirm = excluded.to_confirm,
        confirmed_on = excluded.confirmed_on, target_on = excluded.target_on, conclusion = excluded.conclusion,
        answered_by = excluded.answered_by, answered_at = excluded.answered_at
      where answer.revision = excluded.revision - 1
    returning *
  )
  insert into answer_history (facility_id, run_id, item_id, revision, value, note, confirmed_on, target_on, conclusion, origin,
    answered_by, answered_at)
  select facility_id, run_id, item_id, revision, value, note, confirmed_on, target_on, conclusion, $10, answered_by, answered_at from written
  returning item_id`;

/**
 * Writes answers and their history in one statement. An answer is written only upon the revision before its own;
 * returns the ids written, fewer than given where another writer came first.
 */
export async function writeAnswers(
  tx: FacilityTx,
  run: {
    readonly facilityId: string;
    readonly runId: string;
    readonly personId: string;
    readonly at: Date;
    readonly origin: Origin;
  },
  answers: readonly NewAnswer[],
): Promise<string[]> {
  const column = <T>(of: (answer: NewAnswer) => T) => answers.map(of);
  const columns = [column((a) => a.itemId), column((a) => a.value), column((a) => a.note)];
  const more = [column((a) => a.revision), column((a) => a.toConfirm)];
  const same = [run.facilityId, run.runId, run.personId, run.at, run.origin];
  const [confirmed, target] = [column((a) => marksOf(a).confirmedOn), column((a) => marksOf(a).targetOn)];
  const values = [...columns, ...more, ...same, confirmed, target, column((a) => marksOf(a).conclusion)];
  const written = await tx.executeQuery<{ item_id: string }>(CompiledQuery.raw(write, values));
  return written.rows.map((row) => row.item_id);
}
