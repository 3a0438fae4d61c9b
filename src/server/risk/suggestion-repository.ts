import type { FacilityContext } from '../platform/http/context.ts';

/** Suggestions that stand in the register: open whenever they were taken, or taken in this fiscal year. */
export async function findTaken({ tx, facilityId }: FacilityContext, fiscalYear: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('risk')
    .select('suggestion_id')
    .distinct()
    .where('facility_id', '=', facilityId)
    .where('suggestion_id', 'is not', null)
    .where((of) => of.or([of('stage', '<>', 'closed'), of('suggested_year', '=', fiscalYear)]))
    .execute();
  return rows.map(({ suggestion_id }) => suggestion_id ?? '');
}

/** Suggestions set aside in a fiscal year, the newest first. */
export const findPassed = ({ tx, facilityId }: FacilityContext, fiscalYear: number) =>
  tx
    .selectFrom('risk_passed as x')
    .innerJoin('person as p', 'p.id', 'x.passed_by')
    .select(['x.suggestion_id', 'x.reason', 'x.passed_at', 'p.id as person_id', 'p.name'])
    .where('x.facility_id', '=', facilityId)
    .where('x.fiscal_year', '=', fiscalYear)
    .orderBy('x.passed_at', 'desc')
    .orderBy('x.suggestion_id')
    .execute();

type Passing = { readonly suggestionId: string; readonly fiscalYear: number; readonly reason: string };

export const insertPassed = (
  { tx, facilityId, personId, now }: FacilityContext,
  { suggestionId, fiscalYear, reason }: Passing,
) =>
  tx
    .insertInto('risk_passed')
    .values({
      facility_id: facilityId,
      suggestion_id: suggestionId,
      fiscal_year: fiscalYear,
      reason: reason.trim(),
      passed_by: personId,
      passed_at: now,
    })
    .execute();

export const deletePassed = ({ tx, facilityId }: FacilityContext, suggestionId: string, fiscalYear: number) =>
  tx
    .deleteFrom('risk_passed')
    .where('facility_id', '=', facilityId)
    .where('suggestion_id', '=', suggestionId)
    .where('fiscal_year', '=', fiscalYear)
    .execute();
