import type { Change } from '#core/assessment/change.ts';
import type { FacilityClass } from '#core/assessment/comparison.ts';
import type { Result } from '#core/assessment/result.ts';

/** What a submission keeps: the result and what it was at that moment compared with. */
export type StoredResult = {
  readonly result: Result;
  readonly previous: { readonly fiscalYear: number; readonly change: Change } | null;
  readonly facilityClass: FacilityClass;
};
