import { z } from 'zod';
import { outcomeOf } from './outcome.ts';
import type { PlanMeasure, PlanProblem } from './problem.ts';

/** What the best plan reaches with other limits: points of 0–3, null where no area counts. */
export const reachSchema = z.object({
  budget: z.number(),
  personDays: z.number(),
  lowest: z.number().nullable(),
  mean: z.number().nullable(),
  networkLevel: z.number().nullable(),
});
export type Reach = z.infer<typeof reachSchema>;

/** What more money or time would buy with the goal `weakest`, whichever was asked for. A plan that was not proven in time is null, and no point of a curve. */
export const frontierSchema = z.object({
  now: reachSchema.nullable(),
  /** With ¥100,000 more. */
  moreMoney: reachSchema.nullable(),
  /** With one person-day more, of each role that has a limit of its own too. */
  moreTime: reachSchema.nullable(),
  /** With other budgets and the same person-days, the smallest first. */
  curve: z.array(reachSchema),
  /** With other person-days and the same budget, the fewest first; what roles have for themselves changes by the same share. */
  dayCurve: z.array(reachSchema),
  /** Points both curves lack because they were not proven in time. */
  unproven: z.number().int().min(0),
});
export type Frontier = z.infer<typeof frontierSchema>;

const moreYen = 100_000;
const around = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.4, 2];
const withoutBudget = [0, 1, 2, 3, 5, 10, 20, 30].map((times) => times * moreYen);
const roundTo = 10_000;

/** The budgets of the curve: around the one given, and small ones where nothing is given. */
export function budgetsAround(budget: number): readonly number[] {
  if (budget < moreYen) return [...new Set([budget, ...withoutBudget])].sort((a, b) => a - b);
  const rounded = around.map((times) => (times === 1 ? budget : Math.round((budget * times) / roundTo) * roundTo));
  return [...new Set(rounded)].sort((a, b) => a - b);
}

const withoutDays = [0, 1, 2, 3, 5, 10, 20, 30];
const few = 10;
const tenths = (days: number) => Math.round(days * 10) / 10;

/** The person-days of the curve: around those given, in whole days from ten on, and few where nothing is given. */
export function daysAround(personDays: number): readonly number[] {
  if (personDays < 1) return [...new Set([personDays, ...withoutDays])].sort((a, b) => a - b);
  const rounded = around.map((times) => {
    const days = personDays * times;
    return times === 1 ? personDays : days < few ? tenths(days) : Math.round(days);
  });
  return [...new Set(rounded)].sort((a, b) => a - b);
}

/** The problem with other person-days, those of single roles changed by the same share. */
export function withDays(problem: PlanProblem, personDays: number): PlanProblem {
  const share = problem.personDays > 0 ? personDays / problem.personDays : 1;
  return {
    ...problem,
    personDays,
    roleDays: problem.roleDays.map(({ role, days }) => ({ role, days: tenths(days * share) })),
  };
}

/** The problem with ¥100,000 more, and with one person-day more. */
export const withMoreMoney = (problem: PlanProblem): PlanProblem => ({ ...problem, budget: problem.budget + moreYen });
export const withMoreTime = (problem: PlanProblem): PlanProblem => ({
  ...problem,
  personDays: problem.personDays + 1,
  roleDays: problem.roleDays.map(({ role, days }) => ({ role, days: days + 1 })),
});

/** What chosen measures reach. */
export function reachOf(problem: PlanProblem, chosen: readonly PlanMeasure[]): Reach {
  const { areas, networkLevel } = outcomeOf(problem, chosen);
  const after = areas.map((area) => area.after);
  const { budget, personDays } = problem;
  return {
    budget,
    personDays,
    lowest: after.length > 0 ? Math.min(...after) : null,
    mean: after.length > 0 ? after.reduce((sum, one) => sum + one, 0) / after.length : null,
    networkLevel: networkLevel?.after ?? null,
  };
}
