import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { RunSummary } from '#core/sheet/run.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { summaryOf } from './read-run.ts';
import { runsWithCounts } from './run-repository.ts';

/** The facility's runs the person may see, newest fiscal year first, with how far each has come. */
export async function listRuns({ tx, facilityId }: FacilityContext, catalogue: Catalogue): Promise<RunSummary[]> {
  const rows = await runsWithCounts(tx, facilityId);
  return rows.map((row) => summaryOf(catalogue, row, row));
}
