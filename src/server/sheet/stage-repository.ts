import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { bedClassOf } from '#core/organisation/bed-class.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import type { RunPlace } from './run-repository.ts';

type Reached = { readonly facilityId: string; readonly stage: 'open' | 'submitted'; readonly at: Date };

/** Among which facilities this one is counted. */
async function countedAs(tx: FacilityTx, facilityId: string) {
  const { type, beds, prefecture } = await tx
    .selectFrom('facility')
    .select(['type', 'beds', 'prefecture'])
    .where('id', '=', facilityId)
    .executeTakeFirstOrThrow();
  return { facility_type: type, bed_class: bedClassOf(beds), prefecture };
}

/** Counts the facility of this year where its type and beds put it now, as the register does. */
export async function moveStages({ tx, facilityId, now }: FacilityContext): Promise<void> {
  await tx
    .updateTable('run_stage_summary')
    .set(await countedAs(tx, facilityId))
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYearOf(now))
    .execute();
}

/** Notes for those who count facilities how far this one is in a sheet; of an executive's private run and of a checklist nothing. */
export async function saveStage(tx: FacilityTx, place: RunPlace, { facilityId, stage, at }: Reached): Promise<void> {
  if (place.purpose !== 'own' || isChecklist(place.sheetId)) return;
  const reached = { stage, ...(await countedAs(tx, facilityId)), changed_at: at };
  await tx
    .insertInto('run_stage_summary')
    .values({ facility_id: facilityId, fiscal_year: place.fiscalYear, sheet_id: place.sheetId, ...reached })
    .onConflict((conflict) => conflict.columns(['facility_id', 'fiscal_year', 'sheet_id']).doUpdateSet(reached))
    .execute();
}
