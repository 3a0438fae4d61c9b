import { bedClassOf } from '#core/organisation/bed-class.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';
import type { RunPlace } from './run-repository.ts';

type Reached = { readonly facilityId: string; readonly stage: 'open' | 'submitted'; readonly at: Date };

/** Notes for those who count facilities how far this one is in a sheet; of an executive's private run nothing. */
export async function saveStage(tx: FacilityTx, place: RunPlace, { facilityId, stage, at }: Reached): Promise<void> {
  if (place.executiveId !== null || place.sheetId === 'executive') return;
  const { type, beds, prefecture } = await tx
    .selectFrom('facility')
    .select(['type', 'beds', 'prefecture'])
    .where('id', '=', facilityId)
    .executeTakeFirstOrThrow();
  const reached = { stage, facility_type: type, bed_class: bedClassOf(beds), prefecture, changed_at: at };
  await tx
    .insertInto('run_stage_summary')
    .values({ facility_id: facilityId, fiscal_year: place.fiscalYear, sheet_id: place.sheetId, ...reached })
    .onConflict((conflict) => conflict.columns(['facility_id', 'fiscal_year', 'sheet_id']).doUpdateSet(reached))
    .execute();
}
