import { z } from 'zod';
import type { PlanMeasure } from './problem.ts';
import { gaugesOf, type Quarter, quarterSchema, quarters, type Year } from './schedule.ts';

/** Person-days of one role, or of all people together, by quarter. */
export const quarterDaysSchema = z.object({
  /** Null for all people together. */
  role: z.string().nullable(),
  quarters: z.array(
    z.object({
      quarter: quarterSchema,
      /** What the measures done in it take, the work they took before it with it. */
      used: z.number(),
      /** What it has, with what the quarters before it left over. */
      given: z.number(),
    }),
  ),
});
export type QuarterDays = z.infer<typeof quarterDaysSchema>;

const tenths = (days: number) => Math.round(days * 10) / 10;

/** Of all people together and of each role with days of its own: what each quarter still to come has, and what of it is used. */
export function quarterDays(
  chosen: readonly PlanMeasure[],
  quarterOf: ReadonlyMap<string, Quarter>,
  year: Year,
): QuarterDays[] {
  return gaugesOf(year).map(({ role, takenBy, until }) => {
    const usedIn = (isIn: (quarter: Quarter) => boolean) =>
      chosen.reduce((sum, one) => sum + (isIn(quarterOf.get(one.id) ?? 4) ? takenBy(one) : 0), 0);
    const open = quarters.filter((quarter) => quarter >= year.from);
    return {
      role,
      quarters: open.map((quarter) => ({
        quarter,
        used: tenths(usedIn((one) => one === quarter)),
        given: tenths((until[quarter - 1] ?? 0) - usedIn((one) => one < quarter)),
      })),
    };
  });
}
