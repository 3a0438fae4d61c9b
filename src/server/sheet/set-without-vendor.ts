import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Run } from '#core/sheet/run.ts';
import { asksForVendors } from '#core/sheet/set-aside.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { readRun } from './read-run.ts';
import { lockRun, saveWithoutVendor } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';

/**
 * Says whether the facility has a vendor under contract. It is a fact of the run, not of the profile: a form that was
 * submitted keeps telling why its items were set aside.
 */
export async function setWithoutVendor(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, withoutVendor }: { readonly runId: string; readonly withoutVendor: boolean },
): Promise<Run> {
  const { tx, facilityId } = context;
  const run = await lockRun(tx, facilityId, runId);
  if (!run || !asksForVendors(sheetOfRun(catalogue, run))) throw notFound();
  if (run.status === 'submitted') throw refused('sheet/run-locked');
  await recordActivity(context, 'sheet.without-vendor-set', runId, { withoutVendor: String(withoutVendor) });
  await saveWithoutVendor(tx, facilityId, runId, withoutVendor);
  return readRun(context, catalogue, runId);
}
