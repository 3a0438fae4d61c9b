import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';

/** The three fiscal years of the region, oldest first, and the moment they are seen from. */
export type Span = { readonly years: readonly number[]; readonly now: Date };

/** Place of the current fiscal year among the three. */
export const thisYear = 2;

/** Two years that are over and the one that runs. */
export function spanUpTo(now: Date): Span {
  const current = fiscalYearOf(now);
  return { years: [current - 2, current - 1, current], now };
}
