import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Decision, DecisionEdit } from '#core/plan/decision/decision.ts';
import type { Decided } from '#core/plan/decision/decision-contract.ts';
import type { Outcome } from '#core/plan/decision/outcome.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import type { RequestKind } from '#core/plan/decision/request-kind.ts';
import type { FacilityTx } from '../../platform/database/transaction.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

const decisionsOf = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('decision')
    .innerJoin('person', 'person.id', 'decision.decided_by')
    .select(['decision.id', 'request_id', 'fiscal_year', 'number', 'outcome', 'reason'])
    .select(['decided_by', 'person.name as decider', 'decided_at'])
    // A date as it stands: as a moment it would be another day in another zone.
    .select(sql<string | null>`to_char(until, 'YYYY-MM-DD')`.as('until'))
    .where('decision.facility_id', '=', facilityId);

type Here = Pick<FacilityContext, 'tx' | 'facilityId'>;
type Row = Awaited<ReturnType<ReturnType<typeof decisionsOf>['executeTakeFirstOrThrow']>>;

const asDecision = (row: Row): Decision => ({
  id: row.id,
  fiscalYear: row.fiscal_year,
  number: row.number,
  outcome: row.outcome as Outcome,
  reason: row.reason,
  until: row.until,
  decidedBy: { id: row.decided_by, name: row.decider },
  decidedAt: row.decided_at,
});

/** What was decided of each of these requests, the oldest first. */
export async function findDecisions(
  { tx, facilityId }: Here,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Decision[]>> {
  const rows = await decisionsOf(tx, facilityId)
    .where(sql<boolean>`decision.request_id = any (${requestIds}::uuid[])`)
    .orderBy('fiscal_year')
    .orderBy('number')
    .execute();
  const byRequest = Map.groupBy(rows, ({ request_id }) => request_id);
  return new Map([...byRequest].map(([id, decided]) => [id, decided.map(asDecision)]));
}

type AskedDecisions = { readonly fiscalYear?: number; readonly after?: string | undefined; readonly most?: number };

/** The statement that reads decisions by their numbers, the newest first: of a fiscal year, or `most` of them after one. */
export function decidedOf({ tx, facilityId }: Here, { fiscalYear, after, most }: AskedDecisions) {
  const last = sql`(select fiscal_year, number from decision where facility_id = ${facilityId} and id = ${after})`;
  return decisionsOf(tx, facilityId)
    .innerJoin('decision_request as q', (join) =>
      join.onRef('q.facility_id', '=', 'decision.facility_id').onRef('q.id', '=', 'decision.request_id'),
    )
    .select(['q.kind', 'q.title'])
    .$if(fiscalYear !== undefined, (all) => all.where('fiscal_year', '=', fiscalYear ?? 0))
    .$if(after !== undefined, (all) => all.where(sql<boolean>`(decision.fiscal_year, decision.number) < ${last}`))
    .orderBy('fiscal_year', 'desc')
    .orderBy('number', 'desc')
    .$if(most !== undefined, (all) => all.limit(sql.lit(most ?? 0)));
}

/** Decisions with what each was of, the newest first. */
export async function findDecided(here: Here, asked: AskedDecisions): Promise<Decided[]> {
  const rows = await decidedOf(here, asked).execute();
  return rows.map((row) => ({
    request: { id: row.request_id, kind: row.kind as RequestKind, title: row.title },
    decision: asDecision(row),
  }));
}

/** Makes the executives of a facility decide one after the other until the transaction ends, so that numbers follow each other. */
export const holdNumbers = ({ tx, facilityId }: FacilityContext) =>
  tx.selectFrom('facility').select('id').where('id', '=', facilityId).forNoKeyUpdate().execute();

/** The number the next decision of a fiscal year has; to be asked only while the numbers are held. */
export async function nextNumber({ tx, facilityId }: FacilityContext, fiscalYear: number): Promise<number> {
  const row = await tx
    .selectFrom('decision')
    .select((of) => of.fn.max('number').as('last'))
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

type NewDecision = DecisionEdit & Pick<Decision, 'fiscalYear' | 'number'>;

export const insertDecision = (
  { tx, facilityId, personId, now }: FacilityContext,
  { id: requestId }: DecisionRequest,
  { fiscalYear, number, outcome, reason, until }: NewDecision,
) =>
  tx
    .insertInto('decision')
    .values({
      facility_id: facilityId,
      id: randomUUID(),
      request_id: requestId,
      fiscal_year: fiscalYear,
      number,
      outcome,
      reason: reason.trim(),
      until,
      decided_by: personId,
      decided_at: now,
    })
    .execute();
