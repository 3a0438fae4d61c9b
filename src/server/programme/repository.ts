import { sql } from 'kysely';
import type { StageCount } from '#core/programme/stage-table.ts';
import type { OrganisationTx } from '../platform/database/transaction.ts';

type Area = { readonly fiscalYear: number; readonly prefectures: readonly number[] };

/** Year under which the tally counts the register itself. */
const everyYear = 0;

/** How far the facilities of an area that have begun came, and how many of the register have not: from the tally alone. */
export const stageCounts = ({ fiscalYear, prefectures }: Area) => sql<StageCount>`
  select facility_type as type, bed_class as "bedClass", stage, facilities::int from (
    select facility_type, bed_class, stage, sum(facilities) as facilities from stage_tally
    where fiscal_year = ${fiscalYear} and prefecture = any (${prefectures}::smallint[]) and stage in ('open', 'submitted')
    group by facility_type, bed_class, stage
    union all
    select facility_type, bed_class, 'not-begun', sum(case stage when 'listed' then facilities else -facilities end)
    from stage_tally
    where fiscal_year in (${everyYear}, ${fiscalYear}) and prefecture = any (${prefectures}::smallint[])
      and stage in ('listed', 'begun')
    group by facility_type, bed_class) counted
  where facilities > 0`;

/** Every facility of an area, counted by class and stage. */
export async function countStages(tx: OrganisationTx, area: Area): Promise<StageCount[]> {
  return (await stageCounts(area).execute(tx)).rows;
}
