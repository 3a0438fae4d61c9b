import { sql } from 'kysely';
import type { YearStepId } from '#core/app/year/year-step.ts';
import type { DuePlace } from '../../platform/due/due-source.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

/** The days the facility has set for the steps of a fiscal year. */
export async function findYearDays(
  { tx, facilityId }: DuePlace,
  fiscalYear: number,
): Promise<Readonly<Partial<Record<YearStepId, string>>>> {
  const rows = await tx
    .selectFrom('year_day')
    .select(['step', sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as('due_on')])
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .execute();
  return Object.fromEntries(rows.map(({ step, due_on }) => [step, due_on]));
}

export const saveYearDay = (
  { tx, facilityId }: FacilityContext,
  { fiscalYear, step, dueOn }: { readonly fiscalYear: number; readonly step: YearStepId; readonly dueOn: string },
) =>
  tx
    .insertInto('year_day')
    .values({ facility_id: facilityId, fiscal_year: fiscalYear, step, due_on: dueOn })
    .onConflict((on) => on.columns(['facility_id', 'fiscal_year', 'step']).doUpdateSet({ due_on: dueOn }))
    .execute();
