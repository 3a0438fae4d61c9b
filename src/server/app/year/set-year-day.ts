import type { Year } from '#core/app/year/year-contract.ts';
import type { YearStepId } from '#core/app/year/year-step.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { daysOfFiscalYear, fiscalYearOf, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { readYear } from './read-year.ts';
import { saveYearDay } from './year-day-repository.ts';
import { remindOfStep } from './year-dues.ts';

/** Sets the day by which a step of this fiscal year is to be done; refused where the day lies outside of it. */
export async function setYearDay(
  context: FacilityContext,
  catalogue: Catalogue,
  { step, dueOn }: { readonly step: YearStepId; readonly dueOn: string },
): Promise<Year> {
  const fiscalYear = fiscalYearOf(context.now);
  const { first, last } = daysOfFiscalYear(fiscalYear);
  if (dueOn < first || dueOn > last) {
    const message = `期限は、今年度のうち（${japaneseDay(first)}から${japaneseDay(last)}まで）の日にしてください。`;
    throw refused('input-not-valid', { faults: [{ field: 'dueOn', code: 'not-valid', message }] });
  }
  await recordActivity(context, 'year.day-set', step, { fiscalYear, dueOn });
  await saveYearDay(context, { fiscalYear, step, dueOn });
  await remindOfStep(context, { fiscalYear, step, dueOn });
  return readYear(context, catalogue);
}
