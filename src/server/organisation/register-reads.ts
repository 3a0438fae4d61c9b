import { type Kysely, sql } from 'kysely';
import type { RegisteredFacility } from '#core/organisation/register-shape.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { asRegisteredFacility, registerColumns } from './facility-row.ts';

export function readRegisteredFacility(
  db: Kysely<Tables>,
  facilityId: string,
): Promise<RegisteredFacility | undefined> {
  return asSystem(db, async (tx) => {
    const row = await tx.selectFrom('facility').select(registerColumns).where('id', '=', facilityId).executeTakeFirst();
    return row && asRegisteredFacility(row);
  });
}

export function listCities(db: Kysely<Tables>, prefecture: number): Promise<{ city: string; facilities: number }[]> {
  return asSystem(db, (tx) =>
    tx
      .selectFrom('facility_search')
      .select(['city', sql<number>`count(*)::integer`.as('facilities')])
      .where('prefecture', '=', prefecture)
      .where('city', '<>', '')
      .groupBy('city')
      .orderBy('city')
      .execute(),
  );
}
