import { sql } from 'kysely';
import type { FacilityContext } from '../platform/http/context.ts';

/** How far the audits of a fiscal year are: how many are planned, whether one was begun, and the day in Japan of the last report. */
export async function auditsOfYear({ tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>, fiscalYear: number) {
  const { planned, begun, reported_on } = await tx
    .selectFrom('audit')
    .select(sql<number>`count(*)::int`.as('planned'))
    .select(sql<boolean>`coalesce(bool_or(begun_at is not null), false)`.as('begun'))
    .select(sql<string | null>`to_char(max(reported_at at time zone 'Asia/Tokyo'), 'YYYY-MM-DD')`.as('reported_on'))
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirstOrThrow();
  return { planned, begun, reportedOn: reported_on };
}
