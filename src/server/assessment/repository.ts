import { sql } from 'kysely';
import type { Standing } from '#core/assessment/comparison.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import type { FacilityType } from '#core/organisation/facility.ts';
import type { SummaryTables } from '../platform/database/above-tables.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';
import type { RunRow } from '../sheet/index.ts';
import type { StoredResult } from './stored-result.ts';

export async function facilityHead(tx: FacilityTx, facilityId: string) {
  const row = await tx
    .selectFrom('facility')
    .select(['name', 'type', 'beds'])
    .where('id', '=', facilityId)
    .executeTakeFirstOrThrow();
  return { ...row, type: row.type as FacilityType };
}

/** The answers of the facility's other submitted runs of a fiscal year, across sheets. */
export async function otherAnswers(
  tx: FacilityTx,
  run: { readonly facilityId: string; readonly sheetId: string; readonly fiscalYear: number },
): Promise<Answers> {
  const rows = await tx
    .selectFrom('run')
    .innerJoin('answer', (join) =>
      join
        .onRef('answer.facility_id', '=', 'run.facility_id')
        .onRef('answer.run_id', '=', 'run.id')
        .on('answer.former', '=', false),
    )
    .select(['answer.item_id as itemId', 'answer.value'])
    .where('run.facility_id', '=', run.facilityId)
    .where('run.fiscal_year', '=', run.fiscalYear)
    .where('run.sheet_id', '<>', run.sheetId)
    .where('run.purpose', '=', 'own')
    .where('run.status', '=', 'submitted')
    .execute();
  return new Map(rows.map(({ itemId, value }) => [itemId, { value: value as AnswerValue | null }]));
}

/** The result stored at submission, not withdrawn. */
export async function storedResult(
  tx: FacilityTx,
  facilityId: string,
  runId: string,
): Promise<StoredResult | undefined> {
  const row = await tx
    .selectFrom('result')
    .select('result')
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.result as StoredResult | undefined;
}

type StandingRow = Standing & { readonly quartile_1: number; readonly median: number; readonly quartile_3: number };

/** How a score stands among the other facilities of a class in a fiscal year; undefined with fewer than ten of them. */
export async function standingIn(
  tx: FacilityTx,
  of: { facilityId: string; sheetId: string; fiscalYear: number; type: string; bedClass: string; score: number },
): Promise<StandingRow | undefined> {
  const found = await sql<StandingRow | { readonly others: null }>`
    select * from class_standing(${of.facilityId}::uuid, ${of.sheetId}, ${of.fiscalYear}::int, ${of.type}, ${of.bedClass}, ${of.score}::float8)`.execute(
    tx,
  );
  const [row] = found.rows;
  return row && row.others !== null ? row : undefined;
}

export async function networkLevelOf(tx: FacilityTx, facilityId: string, fiscalYear: number): Promise<number | null> {
  const row = await tx
    .selectFrom('assessment_summary')
    .select('level')
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .where('sheet_id', '=', 'network-level')
    .executeTakeFirst();
  return row?.level ?? null;
}

/** The answers of the submitted executive runs of a fiscal year, one map each, without saying whose. */
export async function executiveAnswers(tx: FacilityTx, fiscalYear: number) {
  type Row = { respondent: string; sheet_version: string; item_id: string; value: AnswerValue | null };
  const { rows } = await sql<Row>`select * from executive_answers(${fiscalYear}::int)`.execute(tx);
  return [...Map.groupBy(rows, ({ respondent }) => respondent).values()].map((answers) => ({
    version: answers[0]?.sheet_version ?? '',
    answers: new Map(answers.map(({ item_id, value }) => [item_id, { value }])) satisfies Answers,
  }));
}

export async function saveSubmission(
  tx: FacilityTx,
  run: RunRow & { readonly facilityId: string },
  by: { readonly personId: string; readonly at: Date },
  stored: StoredResult,
): Promise<void> {
  await tx
    .updateTable('run')
    .set({ status: 'submitted', submitted_at: by.at, submitted_by: by.personId })
    .where('facility_id', '=', run.facilityId)
    .where('id', '=', run.id)
    .execute();
  await tx
    .insertInto('result')
    .values({
      facility_id: run.facilityId,
      run_id: run.id,
      submitted_at: by.at,
      sheet_id: run.sheetId,
      sheet_version: run.sheetVersion,
      rules_version: stored.result.rulesVersion,
      result: JSON.stringify(stored),
      withdrawn_at: null,
      withdrawal_reason: null,
    })
    .execute();
}

export const saveSummary = (tx: FacilityTx, row: SummaryTables['assessment_summary']) =>
  tx.insertInto('assessment_summary').values(row).execute();

/** Who submitted a run, where that is a member of the facility still. */
export const submitterOf = (tx: FacilityTx, facilityId: string, runId: string) =>
  tx
    .selectFrom('run')
    .innerJoin('member', (join) =>
      join.onRef('member.facility_id', '=', 'run.facility_id').onRef('member.person_id', '=', 'run.submitted_by'),
    )
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name'])
    .where('run.facility_id', '=', facilityId)
    .where('run.id', '=', runId)
    .executeTakeFirst();

/** Takes a submission back: the run is open again, its result withdrawn, its summary gone. */
export async function withdrawSubmission(
  tx: FacilityTx,
  of: { readonly facilityId: string; readonly runId: string; readonly reason: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('run')
    .set({ status: 'open', submitted_at: null, submitted_by: null })
    .where('facility_id', '=', of.facilityId)
    .where('id', '=', of.runId)
    .execute();
  await tx
    .updateTable('result')
    .set({ withdrawn_at: of.at, withdrawal_reason: of.reason })
    .where('facility_id', '=', of.facilityId)
    .where('run_id', '=', of.runId)
    .where('withdrawn_at', 'is', null)
    .execute();
  await tx
    .deleteFrom('assessment_summary')
    .where('facility_id', '=', of.facilityId)
    .where('run_id', '=', of.runId)
    .execute();
}
