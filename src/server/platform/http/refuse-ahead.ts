import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { aheadFaults } from '#core/kernel/past-day.ts';
import type { FacilityContext } from './context.ts';
import { refused } from './refusal.ts';

/** Refuses what is said to have happened on a day that is still to come, at the fields of these days. */
export function refuseAhead({ now }: Pick<FacilityContext, 'now'>, days: Parameters<typeof aheadFaults>[0]): void {
  const faults = aheadFaults(days, dayInJapan(now));
  if (faults.length > 0) throw refused('input-not-valid', { faults });
}
