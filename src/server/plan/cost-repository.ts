import type { MeasureCost } from '#core/plan/contract.ts';
import { type OwnEffort, type OwnEfforts, ownEfforts } from '#core/plan/reckoned-cost.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Row = { readonly yen: string | null; readonly person_days: string | null };
const effortOf = ({ yen, person_days }: Row): OwnEffort => {
  return { yen: yen === null ? null : Number(yen), personDays: person_days === null ? null : Number(person_days) };
};

/** What the facility reckons measures at, by id. */
export async function findCosts({ tx, facilityId }: FacilityContext): Promise<MeasureCost[]> {
  const rows = await tx
    .selectFrom('measure_cost')
    .select(['measure_id', 'yen', 'person_days', 'set_at'])
    .where('facility_id', '=', facilityId)
    .orderBy('measure_id')
    .execute();
  return rows.map((row) => ({ measureId: row.measure_id, ...effortOf(row), setAt: row.set_at.toISOString() }));
}

export const findOwnEfforts = async (context: FacilityContext): Promise<OwnEfforts> =>
  ownEfforts(await findCosts(context));

/** What one measure is reckoned at, held until the transaction ends; null where the defaults stand. */
export async function lockCost({ tx, facilityId }: FacilityContext, measureId: string): Promise<OwnEffort> {
  const row = await tx
    .selectFrom('measure_cost')
    .select(['yen', 'person_days'])
    .where('facility_id', '=', facilityId)
    .where('measure_id', '=', measureId)
    .forUpdate()
    .executeTakeFirst();
  return row ? effortOf(row) : { yen: null, personDays: null };
}

export function saveCost({ tx, facilityId, now }: FacilityContext, measureId: string, { yen, personDays }: OwnEffort) {
  const amounts = {
    yen: yen === null ? null : String(yen),
    person_days: personDays === null ? null : String(personDays),
    set_at: now,
  };
  return tx
    .insertInto('measure_cost')
    .values({ facility_id: facilityId, measure_id: measureId, ...amounts })
    .onConflict((on) => on.columns(['facility_id', 'measure_id']).doUpdateSet(amounts))
    .execute();
}

export const deleteCost = ({ tx, facilityId }: FacilityContext, measureId: string) =>
  tx.deleteFrom('measure_cost').where('facility_id', '=', facilityId).where('measure_id', '=', measureId).execute();
