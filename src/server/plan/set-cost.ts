import { type Catalogue, findMeasure } from '#core/catalogue/catalogue.ts';
import { isClassCost } from '#core/plan/reckoned-cost.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { deleteCost, lockCost, saveCost } from './cost-repository.ts';

type Setting = { readonly measureId: string; readonly yen: number | null };

/** Sets what the facility reckons a measure or a cost class at, or gives it back the default with null; the same again changes nothing. */
export async function setCost(context: FacilityContext, catalogue: Catalogue, { measureId, yen }: Setting) {
  if (!findMeasure(catalogue, measureId) && !isClassCost(measureId)) throw refused('plan/no-measure');
  const before = (await lockCost(context, measureId)) ?? null;
  if (before === yen) return;
  await recordActivity(context, 'plan.cost-set', null, { measure: measureId, before, yen });
  if (yen === null) await deleteCost(context, measureId);
  else await saveCost(context, measureId, yen);
}
