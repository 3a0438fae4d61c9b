import { daysOfFiscalYear } from '../kernel/fiscal-year.ts';
import type { Task } from './task.ts';

const dayLength = 24 * 60 * 60 * 1000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength;

/** Where a day begins in a fiscal year: 0 on 1 April, near 1 on 31 March; 0 for what is before, 1 for what is after. */
export function shareOfYear(day: string, fiscalYear: number): number {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const [from, days] = [dayNumber(first), dayNumber(last) - dayNumber(first) + 1];
  return Math.min(1, Math.max(0, (dayNumber(day) - from) / days));
}

/** Months of a fiscal year with the share of it at which each begins: 4 at 0. */
export const monthsOf = (fiscalYear: number): readonly { readonly month: number; readonly from: number }[] =>
  [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => {
    const year = month < 4 ? fiscalYear + 1 : fiscalYear;
    return { month, from: shareOfYear(`${year}-${String(month).padStart(2, '0')}-01`, fiscalYear) };
  });

/**
 * What a task takes of its fiscal year, from the day it was added until its last day is over, in shares of the year: at
 * least that last day, also where it was added later.
 */
export function spanOf({ addedOn, dueOn, fiscalYear }: Pick<Task, 'addedOn' | 'dueOn' | 'fiscalYear'>): {
  readonly from: number;
  readonly to: number;
} {
  const last = shareOfYear(dueOn, fiscalYear);
  const from = Math.min(last, shareOfYear(addedOn, fiscalYear));
  return { from, to: Math.min(1, last + 1 / 365) };
}
