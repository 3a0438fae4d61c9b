import { sql } from 'kysely';
import { type Criteria, type CriteriaEdit, criteriaSchema, proposedCriteria } from '#core/risk/criteria.ts';
import type { FacilityContext } from '../platform/http/context.ts';

/** The criteria of the facility, or what the product proposes. */
export async function findCriteria({ tx, facilityId }: FacilityContext): Promise<Criteria> {
  const row = await tx
    .selectFrom('risk_criteria')
    .select(['likelihood', 'impact', 'attention_from as attentionFrom', 'urgent_from as urgentFrom', 'revision'])
    .where('facility_id', '=', facilityId)
    .executeTakeFirst();
  return row ? criteriaSchema.parse(row) : proposedCriteria;
}

/** How many risks are estimated, those that are closed too. */
export async function countEstimated({ tx, facilityId }: FacilityContext): Promise<number> {
  const { risks } = await tx
    .selectFrom('risk')
    .select((of) => of.fn.countAll<string>().as('risks'))
    .where('facility_id', '=', facilityId)
    .where('level', '>', 0)
    .executeTakeFirstOrThrow();
  return Number(risks);
}

const lockName = (facilityId: string) => sql`hashtextextended('risk criteria ' || ${facilityId}, 0)`;

/** Keeps the scale as it is until the transaction ends, for whoever estimates by it. */
export const keepCriteria = ({ tx, facilityId }: FacilityContext) =>
  sql`select pg_advisory_xact_lock_shared(${lockName(facilityId)})`.execute(tx);

/** Lets nobody estimate until the transaction ends, for whoever changes the scale. */
export const holdCriteria = ({ tx, facilityId }: FacilityContext) =>
  sql`select pg_advisory_xact_lock(${lockName(facilityId)})`.execute(tx);

export function saveCriteria({ tx, facilityId, now }: FacilityContext, edit: CriteriaEdit) {
  const trimmed = <Level extends { title: string; meaning: string }>(levels: readonly Level[]) =>
    JSON.stringify(levels.map((level) => ({ ...level, title: level.title.trim(), meaning: level.meaning.trim() })));
  const columns = {
    likelihood: trimmed(edit.likelihood),
    impact: trimmed(edit.impact),
    attention_from: edit.attentionFrom,
    urgent_from: edit.urgentFrom,
    changed_at: now,
  };
  return tx
    .insertInto('risk_criteria')
    .values({ facility_id: facilityId, ...columns })
    .onConflict((on) =>
      on.column('facility_id').doUpdateSet({ ...columns, revision: sql<number>`risk_criteria.revision + 1` }),
    )
    .execute();
}

type Moves = { readonly likelihood: readonly number[]; readonly impact: readonly number[] };

/** Takes every estimate to the place its levels have moved to, and marks it to be looked at again. */
export const moveEstimates = ({ tx, facilityId, now }: FacilityContext, { likelihood, impact }: Moves) => {
  const at = (column: string, moves: readonly number[]) => sql<number>`(${moves}::smallint[])[${sql.ref(column)}]`;
  return tx
    .updateTable('risk')
    .set({
      likelihood: at('likelihood', likelihood),
      impact: at('impact', impact),
      likelihood_after: at('likelihood_after', likelihood),
      impact_after: at('impact_after', impact),
      accept_likelihood: at('accept_likelihood', likelihood),
      accept_impact: at('accept_impact', impact),
      to_review: true,
      changed_at: now,
      revision: sql`revision + 1`,
    })
    .where('facility_id', '=', facilityId)
    .where('level', '>', 0)
    .execute();
};
