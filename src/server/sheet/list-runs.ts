import { sql } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { RunSummary } from '#core/sheet/run.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { summaryOf } from './read-run.ts';

/** The facility's runs the person may see, newest fiscal year first, with how far each has come. */
export async function listRuns({ tx, facilityId }: FacilityContext, catalogue: Catalogue): Promise<RunSummary[]> {
  const rows = await tx
    .selectFrom('run')
    .leftJoin('answer', (join) =>
      join.onRef('answer.facility_id', '=', 'run.facility_id').onRef('answer.run_id', '=', 'run.id'),
    )
    .select(['run.id', 'sheet_id as sheetId', 'sheet_version as sheetVersion', 'fiscal_year as fiscalYear'])
    .select(['executive_id as executiveId', 'status', 'begun_at as begunAt', 'submitted_at as submittedAt'])
    .select([
      sql<number>`count(answer.value)::int`.as('answered'),
      sql<number>`(count(*) filter (where answer.to_confirm))::int`.as('toConfirm'),
    ])
    .where('run.facility_id', '=', facilityId)
    .groupBy(['run.facility_id', 'run.id'])
    .orderBy('fiscal_year', 'desc')
    .orderBy('sheet_id')
    .execute();
  return rows.map((row) => summaryOf(catalogue, row, row));
}
