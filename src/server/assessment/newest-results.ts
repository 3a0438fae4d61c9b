import { type Report, reportOf } from '#core/assessment/report.ts';
import type { Result } from '#core/assessment/result.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { newestSubmittedRun, type RunRow } from '../sheet/index.ts';
import { loadReport } from './write-report.ts';

/** A submitted result of the facility with what its report says. */
export type NewestResult = {
  readonly runId: string;
  readonly fiscalYear: number;
  readonly result: Result;
  readonly report: Report;
};

async function resultWithReport(
  context: FacilityContext,
  catalogue: Catalogue,
  { id, fiscalYear }: RunRow,
): Promise<NewestResult> {
  const input = await loadReport(context, catalogue, id);
  return { runId: id, fiscalYear, result: input.result, report: reportOf(input) };
}

/**
 * The newest submitted result of the facility's own sheet, and that of the network where it is of another year: in the same year the
 * first tells of the network too. Never of an executive, which is the executive's own.
 */
export async function newestResults(context: FacilityContext, catalogue: Catalogue): Promise<readonly NewestResult[]> {
  const { tx, facilityId } = context;
  const own = await newestSubmittedRun(tx, facilityId, ['hospital', 'small-facility']);
  const network = await newestSubmittedRun(tx, facilityId, ['network-level']);
  const results: NewestResult[] = [];
  if (own) results.push(await resultWithReport(context, catalogue, own));
  if (network && network.fiscalYear !== own?.fiscalYear) {
    results.push(await resultWithReport(context, catalogue, network));
  }
  return results;
}
