import { sql } from 'kysely';
import type { FacilityTx } from '../platform/database/transaction.ts';

type Asked = {
  readonly sheetId: string;
  readonly fiscalYears: readonly number[];
  readonly people: readonly string[];
};

const runsOf = (tx: FacilityTx, facilityId: string, { sheetId, fiscalYears }: Asked) =>
  tx
    .selectFrom('run')
    .where('run.facility_id', '=', facilityId)
    .where('run.sheet_id', '=', sheetId)
    .where('run.purpose', '=', 'own')
    .where('run.fiscal_year', 'in', fiscalYears);

/** Who of these people had which area of the facility's own runs of a sheet. */
export const areasHeld = (tx: FacilityTx, facilityId: string, asked: Asked) =>
  runsOf(tx, facilityId, asked)
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.facility_id', '=', 'run.facility_id').onRef('a.run_id', '=', 'run.id'),
    )
    .select(['a.person_id as personId', 'run.fiscal_year as fiscalYear', 'a.area_id as areaId'])
    .where(sql<boolean>`a.person_id = any (${asked.people}::uuid[])`)
    .execute();

/** Who of these people answered which items of the facility's own runs of a sheet. */
export const itemsAnswered = (tx: FacilityTx, facilityId: string, asked: Asked) =>
  runsOf(tx, facilityId, asked)
    .innerJoin('answer_history as h', (join) =>
      join.onRef('h.facility_id', '=', 'run.facility_id').onRef('h.run_id', '=', 'run.id'),
    )
    .select(['h.answered_by as personId', 'run.fiscal_year as fiscalYear', 'h.item_id as itemId'])
    .distinct()
    .where(sql<boolean>`h.answered_by = any (${asked.people}::uuid[])`)
    .execute();
