import { type Selectable, sql } from 'kysely';
import type { FacilityFunction, FacilityType } from '#core/organisation/facility.ts';
import type { RegisteredFacility } from '#core/organisation/register-shape.ts';
import type { RegisterTables } from '../platform/database/system-tables.ts';

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

/** The same, whether it has members and whether it leaves, as the register shows it. */
export const registerColumns = [
  ...facilityColumns,
  sql<boolean>`facility.opened_at is not null and facility_has_members(facility.id)`.as('has_members'),
  sql<Date | null>`(select due_at from leaving where leaving.facility_id = facility.id)`.as('leaves_at'),
] as const;

type FacilityRow = Omit<Selectable<RegisterTables['facility']>, 'created_at'>;

export function asFacility(row: FacilityRow): Omit<RegisteredFacility, 'hasMembers' | 'leavesAt'> {
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

type RegisterRow = FacilityRow & { readonly has_members: boolean; readonly leaves_at: Date | null };

export const asRegisteredFacility = (row: RegisterRow): RegisteredFacility => ({
  ...asFacility(row),
  hasMembers: row.has_members,
  leavesAt: row.leaves_at,
});
