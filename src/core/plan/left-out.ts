import { z } from 'zod';
import type { Measure } from '../catalogue/sheet.ts';
import { limitsOf, takenOf } from './limit.ts';
import { outcomeOf, type PlanOutcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { PlanMeasure, PlanProblem } from './problem.ts';

/**
 * Why a measure is not in a plan: `excluded` by the facility; `held-back` by a measure that has to stand first and is not
 * to be had; `no-gain`, since beside what was chosen it raises no item and no network level; `over-limit`, since with what it
 * needs it takes more than is left; `not-needed`, since the goal is reached for less without it.
 */
const leftOutReasons = ['excluded', 'held-back', 'no-gain', 'over-limit', 'not-needed'] as const;

export const leftOutSchema = z.object({
  id: z.string(),
  reason: z.enum(leftOutReasons),
  /** Yen and person-days that are missing for it and what it needs; 0 where that limit is not in the way. */
  missing: z.object({
    budget: z.number(),
    personDays: z.number(),
    /** Roles whose own limit is in the way. */
    roles: z.array(z.object({ role: z.string(), days: z.number() })),
  }),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

const nothing = { budget: 0, personDays: 0, roles: [] };
const tenths = (days: number) => Math.round(days * 10) / 10;

/** Every measure of the sheet that is not in the plan, with the reason, in the order of the sheet. */
export function leftOut(
  problem: PlanProblem,
  plan: Pick<Plan, 'chosen'>,
  { measures, excluded }: { readonly measures: readonly Pick<Measure, 'id'>[]; readonly excluded: ReadonlySet<string> },
): LeftOut[] {
  const inPlan = new Set(plan.chosen.map(({ id }) => id));
  const choosable = new Map(problem.measures.map((measure) => [measure.id, measure]));
  const chosen = problem.measures.filter(({ id }) => inPlan.has(id));
  const before = outcomeOf(problem, chosen);
  return measures
    .filter(({ id }) => !inPlan.has(id))
    .map(({ id }): LeftOut => {
      const measure = choosable.get(id);
      if (excluded.has(id)) return { id, reason: 'excluded', missing: nothing };
      if (!measure) return { id, reason: 'held-back', missing: nothing };
      const more = [...chosen, ...withNeeded(measure, choosable, inPlan)];
      if (!isBetter(outcomeOf(problem, more), before)) return { id, reason: 'no-gain', missing: nothing };
      return { id, ...hindrance(problem, missingFor(problem, more)) };
    });
}

/** The measure and everything not chosen that has to stand before it. */
function withNeeded(
  measure: PlanMeasure,
  choosable: ReadonlyMap<string, PlanMeasure>,
  there: ReadonlySet<string>,
): readonly PlanMeasure[] {
  const needed = new Map([[measure.id, measure]]);
  for (const one of needed.values()) {
    for (const id of one.requires) {
      const first = choosable.get(id);
      if (first && !there.has(id)) needed.set(id, first);
    }
  }
  return [...needed.values()];
}

type Missing = LeftOut['missing'];

function missingFor(problem: PlanProblem, chosen: readonly PlanMeasure[]): Missing {
  const short = limitsOf(problem).map((limit) => {
    return { role: limit.role ?? '', days: tenths(Math.max(0, takenOf(limit, chosen) - limit.given)) };
  });
  const [budget, personDays, ...roles] = short;
  return { budget: budget?.days ?? 0, personDays: personDays?.days ?? 0, roles: roles.filter(({ days }) => days > 0) };
}

function hindrance({ goal }: PlanProblem, missing: Missing): Pick<LeftOut, 'reason' | 'missing'> {
  const fits = missing.budget === 0 && missing.personDays === 0 && missing.roles.length === 0;
  return { reason: fits && goal === 'level2' ? 'not-needed' : 'over-limit', missing };
}

const isBetter = (after: PlanOutcome, before: PlanOutcome) =>
  after.areas.some((area, at) => area.after > (before.areas[at]?.after ?? 0)) ||
  (after.networkLevel?.after ?? 0) > (before.networkLevel?.after ?? 0);
