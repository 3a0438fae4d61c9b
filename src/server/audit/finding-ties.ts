import { sql } from 'kysely';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

/** The items or clauses these findings stand at. */
export async function placesOfFindings({ tx, facilityId }: Scope, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('audit_finding')
    .select(['id', 'item_id as itemId', 'clause_id as clauseId'])
    .where('facility_id', '=', facilityId)
    .where(sql<boolean>`id::text = any (${ids}::text[])`)
    .execute();
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** Who of these people had findings to put right, at which items or clauses, in audits of these fiscal years. */
export async function correctionsOf(
  { tx, facilityId }: Scope,
  of: { readonly people: readonly string[]; readonly fiscalYears: readonly number[] },
) {
  const rows = await tx
    .selectFrom('audit_finding as f')
    .innerJoin('audit as a', (join) =>
      join.onRef('a.facility_id', '=', 'f.facility_id').onRef('a.id', '=', 'f.audit_id'),
    )
    .select(['f.owner_id as personId', 'f.item_id as itemId', 'f.clause_id as clauseId'])
    .select('a.fiscal_year as fiscalYear')
    .where('f.facility_id', '=', facilityId)
    .where('a.fiscal_year', 'in', of.fiscalYears)
    .where(sql<boolean>`f.owner_id = any (${of.people}::uuid[])`)
    .execute();
  return rows.flatMap(({ personId, ...row }) => (personId === null ? [] : [{ ...row, personId }]));
}
