import { sql } from 'kysely';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import type { Answer } from '#core/sheet/run.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';
import { runColumns } from './run-repository.ts';

/** The run held, with the areas handed to the person and the answer now standing, in one round trip. */
export function lockRunForAnswer(
  tx: FacilityTx,
  key: { facilityId: string; runId: string; itemId: string; personId: string },
) {
  return tx
    .selectFrom('run')
    .leftJoin('answer', (join) =>
      join
        .onRef('answer.facility_id', '=', 'run.facility_id')
        .onRef('answer.run_id', '=', 'run.id')
        .on('answer.item_id', '=', key.itemId),
    )
    .select(runColumns)
    .select(['answer.value', 'answer.note', 'answer.revision', 'answer.to_confirm as toConfirm'])
    .select(
      sql<string[]>`array(select area_id from assignment where facility_id = ${key.facilityId}::uuid
        and run_id = ${key.runId}::uuid and person_id = ${key.personId}::uuid)`.as('assignedAreas'),
    )
    .where('run.facility_id', '=', key.facilityId)
    .where('run.id', '=', key.runId)
    .forShare('run')
    .executeTakeFirst();
}

/** What an answer says, without who gave it when. */
export type AnswerWords = Pick<Answer, 'itemId' | 'value' | 'note' | 'toConfirm'>;

/** The answers of a run as results are made of them: half the columns, no join. */
export async function answerWordsOf(tx: FacilityTx, facilityId: string, runId: string): Promise<AnswerWords[]> {
  const rows = await tx
    .selectFrom('answer')
    .select(['item_id as itemId', 'value', 'note', 'to_confirm as toConfirm'])
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .orderBy('item_id')
    .execute();
  return rows.map((row) => ({ ...row, value: row.value as AnswerValue | null }));
}

/** The answers of a run, of these items only where they are named. */
export async function answersOf(
  tx: FacilityTx,
  facilityId: string,
  runId: string,
  itemIds?: readonly string[],
): Promise<Answer[]> {
  const rows = await tx
    .selectFrom('answer')
    .innerJoin('person', 'person.id', 'answer.answered_by')
    .select([
      'item_id',
      'value',
      'note',
      'revision',
      'to_confirm',
      'person.id as personId',
      'person.name',
      'answered_at',
    ])
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .$if(itemIds !== undefined, (query) => query.where(sql<boolean>`item_id = any (${itemIds ?? []}::text[])`))
    .orderBy('item_id')
    .execute();
  return rows.map((row) => ({
    itemId: row.item_id,
    value: row.value as AnswerValue | null,
    note: row.note,
    revision: row.revision,
    toConfirm: row.to_confirm,
    answeredBy: { id: row.personId, name: row.name },
    answeredAt: row.answered_at,
  }));
}

/** Every revision of one item, newest first. */
export async function historyOf(tx: FacilityTx, facilityId: string, runId: string, itemId: string) {
  const rows = await tx
    .selectFrom('answer_history')
    .innerJoin('person', 'person.id', 'answer_history.answered_by')
    .select(['value', 'note', 'revision', 'origin', 'answered_at as answeredAt'])
    .select(['person.id as personId', 'person.name'])
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

export type NewAnswer = {
  readonly itemId: string;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly revision: number;
  readonly toConfirm: boolean;
};
export type Origin = 'typed' | 'file' | 'carried-over' | 'self-check';

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
  const written = await sql<{ item_id: string }>`
    with given as (
      select * from unnest(
        ${column((a) => a.itemId)}::text[], ${column((a) => a.value)}::text[], ${column((a) => a.note)}::text[],
        ${column((a) => a.revision)}::int[], ${column((a) => a.toConfirm)}::boolean[]
      ) as given(item_id, value, note, revision, to_confirm)
    ), written as (
      insert into answer (facility_id, run_id, item_id, value, note, revision, to_confirm, answered_by, answered_at)
      select ${run.facilityId}, ${run.runId}, item_id, value, note, revision, to_confirm, ${run.personId}::uuid, ${run.at}::timestamptz
      from given
      on conflict (facility_id, run_id, item_id) do update
        set value = excluded.value, note = excluded.note, revision = excluded.revision, to_confirm = excluded.to_confirm,
          answered_by = excluded.answered_by, answered_at = excluded.answered_at
        where answer.revision = excluded.revision - 1
      returning *
    )
    insert into answer_history (facility_id, run_id, item_id, revision, value, note, origin, answered_by, answered_at)
    select facility_id, run_id, item_id, revision, value, note, ${run.origin}, answered_by, answered_at from written
    returning item_id`.execute(tx);
  return written.rows.map((row) => row.item_id);
}
