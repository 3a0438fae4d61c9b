import { type Catalogue, findMeasure } from '#core/catalogue/catalogue.ts';
import { isClassCost } from '#core/plan/reckoned-cost.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { deleteCost, lockCost, saveCost } from './cost-repository.ts';

type Setting = {
  readonly measureId: string;
  readonly yen: number | null;
  readonly personDays?: number | null | undefined;
};

const classWithoutDays = {
  field: 'personDays',
  code: 'class-without-days',
  message: '手間は、費用の大きさごとには決められません。対策ごとに決めてください。',
};

/**
 * Sets what the facility reckons a measure or a cost class at, or gives it back the default with null; person-days that are not named
 * stay as they are, and the same again changes nothing.
 */
export async function setCost(context: FacilityContext, catalogue: Catalogue, { measureId, ...set }: Setting) {
  const isClass = isClassCost(measureId);
  if (!isClass && !findMeasure(catalogue, measureId)) throw refused('plan/no-measure');
  const former = await lockCost(context, measureId);
  const { yen, personDays = former.personDays } = set;
  if (isClass && personDays !== null) throw refused('input-not-valid', { faults: [classWithoutDays] });
  if (former.yen === yen && former.personDays === personDays) return;
  const detail = { before: former.yen, yen, daysBefore: former.personDays, personDays };
  await recordActivity(context, 'plan.cost-set', null, { measure: measureId, ...detail });
  if (yen === null && personDays === null) await deleteCost(context, measureId);
  else await saveCost(context, measureId, { yen, personDays });
}
