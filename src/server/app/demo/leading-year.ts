import type { Kysely } from 'kysely';
import type { YearStepId } from '#core/app/year/year-step.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { setYearDay } from '../year/set-year-day.ts';
import { findYearDays } from '../year/year-day-repository.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** By when the hospital wants steps of its year done, as month and day of the year the fiscal one begins in, or of the one after. */
const daysOf = (year: number): readonly (readonly [YearStepId, string])[] => [
  ['train', `${year}-12-18`],
  ['drill', `${year + 1}-02-20`],
  ['report', `${year + 1}-03-12`],
];

/** The days the leading hospital has set in its year. */
export function fillLeadingYear(
  { db, catalogue }: Parts,
  { id, members }: OpenedFacility,
  { years, now }: Span,
): Promise<void> {
  const year = years[thisYear] ?? 0;
  const planner = holderOf(members, 'planner');
  return actAs(db, id, planner, async (as) => {
    const context = as(planner, momentIn(year, now, 0.1, 0.5));
    if (Object.keys(await findYearDays(context, year)).length > 0) return;
    for (const [step, dueOn] of daysOf(year)) await setYearDay(context, catalogue, { step, dueOn });
  });
}
