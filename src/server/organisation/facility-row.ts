import type { Selectable } from 'kysely';
import type { FacilityFunction, FacilityType } from '#core/organisation/facility.ts';
import type { RegisteredFacility } from '#core/organisation/register-shape.ts';
import type { RegisterTables } from '../platform/database/tables.ts';

/** The columns of a facility that everyone who may see it sees. */
export const facilityColumns = [
  'facility.id',
  'facility.code',
  'facility.name',
  'facility.prefecture',
  'facility.city',
  'facility.postal_code',
  'facility.address',
  'facility.type',
  'facility.type_guessed',
  'facility.beds',
  'facility.functions',
  'facility.opened_at',
] as const;

type FacilityRow = Omit<Selectable<RegisterTables['facility']>, 'created_at'>;

export function asRegisteredFacility(row: FacilityRow): RegisteredFacility {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    prefecture: row.prefecture,
    city: row.city,
    postalCode: row.postal_code,
    address: row.address,
    type: row.type as FacilityType,
    typeGuessed: row.type_guessed,
    beds: row.beds,
    functions: row.functions as FacilityFunction[],
    openedAt: row.opened_at,
  };
}
