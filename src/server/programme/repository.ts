import { sql } from 'kysely';
import { type BedClass, bedClassOf } from '#core/organisation/bed-class.ts';
import type { FacilityType } from '#core/organisation/facility.ts';
import type { StageCount } from '#core/programme/stage-table.ts';
import { stageSheets } from '#core/sheet/stage.ts';
import type { OrganisationTx } from '../platform/database/transaction.ts';

type Area = { readonly fiscalYear: number; readonly prefectures: readonly number[] };

/** How far each facility of an area that has begun came, as counts of classes: from the summary rows alone. */
export const begunCounts = ({ fiscalYear, prefectures }: Area) => sql<StageCount>`
  select facility_type as type, bed_class as "bedClass", stage, count(*)::int as facilities from (
    select facility_id, max(facility_type) as facility_type, max(bed_class) as bed_class, max(stage) as stage
    from run_stage_summary
    where fiscal_year = ${fiscalYear} and prefecture = any (${prefectures}::smallint[]) and sheet_id = any (${stageSheets}::text[])
    group by facility_id) begun
  group by facility_type, bed_class, stage`;

/** The facilities of an area that have not begun: those of the register without a summary row. */
export const notBegunCounts = ({ fiscalYear, prefectures }: Area) => sql<{
  type: FacilityType;
  beds: number | null;
  facilities: number;
}>`
  select type, beds, count(*)::int as facilities from facility
  where prefecture = any (${prefectures}::smallint[]) and not exists (
    select from run_stage_summary s where s.facility_id = facility.id and s.fiscal_year = ${fiscalYear}
      and s.prefecture = any (${prefectures}::smallint[]) and s.sheet_id = any (${stageSheets}::text[]))
  group by type, beds`;

/** Every facility of an area, counted by class and stage. */
export async function countStages(tx: OrganisationTx, area: Area): Promise<StageCount[]> {
  const begun = await begunCounts(area).execute(tx);
  const notBegun = await notBegunCounts(area).execute(tx);
  return [
    ...begun.rows,
    ...notBegun.rows.map(({ type, beds, facilities }) => {
      const bedClass: BedClass = bedClassOf(beds);
      return { type, bedClass, stage: 'not-begun' as const, facilities };
    }),
  ];
}
