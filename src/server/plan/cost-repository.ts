import type { MeasureCost } from '#core/plan/contract.ts';
import type { FacilityContext } from '../platform/http/context.ts';

/** What the facility reckons measures at, by id. */
export async function findCosts({ tx, facilityId }: FacilityContext): Promise<MeasureCost[]> {
  const rows = await tx
    .selectFrom('measure_cost')
    .select(['measure_id', 'yen', 'set_at'])
    .where('facility_id', '=', facilityId)
    .orderBy('measure_id')
    .execute();
  return rows.map(({ measure_id, yen, set_at }) => ({
    measureId: measure_id,
    yen: Number(yen),
    setAt: set_at.toISOString(),
  }));
}

/** The yen of one measure, held until the transaction ends; undefined where the default stands. */
export async function lockCost({ tx, facilityId }: FacilityContext, measureId: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('measure_cost')
    .select('yen')
    .where('facility_id', '=', facilityId)
    .where('measure_id', '=', measureId)
    .forUpdate()
    .executeTakeFirst();
  return row && Number(row.yen);
}

export const saveCost = ({ tx, facilityId, now }: FacilityContext, measureId: string, yen: number) =>
  tx
    .insertInto('measure_cost')
    .values({ facility_id: facilityId, measure_id: measureId, yen: String(yen), set_at: now })
    .onConflict((on) => on.columns(['facility_id', 'measure_id']).doUpdateSet({ yen: String(yen), set_at: now }))
    .execute();

export const deleteCost = ({ tx, facilityId }: FacilityContext, measureId: string) =>
  tx.deleteFrom('measure_cost').where('facility_id', '=', facilityId).where('measure_id', '=', measureId).execute();
