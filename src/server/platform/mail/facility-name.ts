import type { FacilityTx } from '../database/transaction.ts';

/** What the facility is called, for letters and documents in its name. */
export async function facilityName(tx: FacilityTx, facilityId: string): Promise<string> {
  const { name } = await tx
    .selectFrom('facility')
    .select('name')
    .where('id', '=', facilityId)
    .executeTakeFirstOrThrow();
  return name;
}
