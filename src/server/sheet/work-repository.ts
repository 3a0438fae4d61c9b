import { sql } from 'kysely';
import type { FacilityTx } from '../platform/database/transaction.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Asked = {
  readonly sheetId: string;
  readonly fiscalYears: readonly number[];
  readonly people: readonly string[];
};

/** The facility's own runs of a sheet in these fiscal years, and the one submitted last whenever that was. */
const runsOf = (tx: FacilityTx, facilityId: string, { sheetId, fiscalYears }: Asked) =>
  tx
    .selectFrom('run')
    .where('run.facility_id', '=', facilityId)
    .where('run.sheet_id', '=', sheetId)
    .where('run.purpose', '=', 'own')
    .where((of) =>
      of.or([
        of('run.fiscal_year', 'in', fiscalYears),
        of('run.id', '=', (last) =>
          last
            .selectFrom('run as r')
            .select('r.id')
            .where('r.facility_id', '=', facilityId)
            .where('r.sheet_id', '=', sheetId)
            .where('r.purpose', '=', 'own')
            .where('r.status', '=', 'submitted')
            .orderBy('r.fiscal_year', 'desc')
            .orderBy('r.submitted_at', 'desc')
            .limit(1),
        ),
      ]),
    );

/** Who of these people submitted the facility's own runs of a sheet. */
export async function submitters(tx: FacilityTx, facilityId: string, asked: Asked) {
  const rows = await runsOf(tx, facilityId, asked)
    .select(['run.submitted_by as personId', 'run.fiscal_year as fiscalYear'])
    .where(sql<boolean>`run.submitted_by = any (${asked.people}::uuid[])`)
    .execute();
  return rows.flatMap(({ personId, fiscalYear }) => (personId === null ? [] : [{ personId, fiscalYear }]));
}

/** The sheets of these runs, of the facility's own alone. */
export async function sheetsOfRuns(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('run')
    .select(['id', 'sheet_id'])
    .where('facility_id', '=', facilityId)
    .where('purpose', '=', 'own')
    .where(sql<boolean>`id::text = any (${ids}::text[])`)
    .execute();
  return new Map(rows.map(({ id, sheet_id }) => [id, sheet_id]));
}

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
