import { z } from 'zod';
import { limitsOf, type PlanLimit, takenOf } from './limit.ts';
import { nothingOutOfReach, outOfReachSchema } from './out-of-reach.ts';
import { outcomeOf, planOutcomeSchema, stepAfter } from './outcome.ts';
import { goals, type PlanItem, type PlanMeasure, type PlanProblem } from './problem.ts';
import { stageNames } from './stage.ts';

/** A limit as it was given, and what it would have to be: null where no amount is enough, or, with a gap, where none was found in time. */
const limitSchema = z.object({ given: z.number(), needed: z.number().nullable() });
export type Limit = z.infer<typeof limitSchema>;

const limitsSchema = z.object({
  budget: limitSchema,
  personDays: limitSchema,
  /** Roles with a limit of their own. */
  roles: z.array(limitSchema.extend({ role: z.string() })),
});
export type Limits = z.infer<typeof limitsSchema>;

/** An item a chosen measure lifts: from its step today, or from where another of the plan brings it first. */
const raiseSchema = z.object({ item: z.string(), from: z.number().int(), to: z.number().int() });
type Raise = z.infer<typeof raiseSchema>;

/** What was chosen, what it brings, and whether it is proven to be the best. Yen and person-days are those of the first year. */
export const planSchema = planOutcomeSchema.extend({
  goal: z.enum(goals),
  status: z.enum(['optimal', 'time-limit', 'infeasible']),
  /**
   * Share by which what the stage under way decides might still be better: 0 where it is proven. Where there is no plan, 1 if the time
   * was over before what the limits would have to be was proven.
   */
  gap: z.number(),
  /** The stage under way when the time was over; what those before it decide is proven. Null where nothing was found by then, or not over. */
  stage: z.enum(stageNames).nullable(),
  chosen: z.array(
    z.object({
      id: z.string(),
      cost: z.number(),
      personDays: z.number(),
      raises: z.array(raiseSchema),
      /** Items of the network sheet it brings to はい, with the others that were chosen. */
      network: z.array(z.string()),
    }),
  ),
  /** Needed is what the plan takes, or, where there is none, what the first of `ways` takes: with all of it there is a plan. */
  limits: limitsSchema,
  /**
   * Where there is no plan, how there would be one: by one limit alone, the least it would have to be, or by several together, where the
   * first is the least it could be and the next the least with that. Each way is enough by itself.
   */
  ways: z.array(limitsSchema),
  /** What the goal asks for and no choice of measures brings, whatever it may take. */
  outOfReach: outOfReachSchema,
});
export type Plan = z.infer<typeof planSchema>;

/** The plan of chosen measures. */
export function planOf(
  problem: PlanProblem,
  chosen: readonly PlanMeasure[],
  { status, gap, stage }: Pick<Plan, 'status' | 'gap' | 'stage'>,
): Plan {
  const outcome = outcomeOf(problem, chosen);
  return {
    goal: problem.goal,
    status,
    gap,
    stage,
    chosen: chosen.map((measure) => {
      const { id, cost, personDays } = measure;
      const raises = problem.items.flatMap((item) => raiseBy(measure, item, chosen));
      return { id, cost, personDays, raises, network: setBy(measure, problem, chosen) };
    }),
    ...outcome,
    limits: limitsFor(problem, chosen),
    ways: [],
    outOfReach: nothingOutOfReach,
  };
}

/** The limits of a problem with what chosen measures take of each. */
export const limitsFor = (problem: PlanProblem, chosen: readonly PlanMeasure[]): Limits =>
  limitsWith(problem, (limit) => takenOf(limit, chosen));

/** The limits of a problem with what is needed of each. */
export function limitsWith(problem: PlanProblem, neededOf: (limit: PlanLimit) => number | null): Limits {
  const [budget, personDays, ...roles] = limitsOf(problem).map((limit) => {
    return { role: limit.role ?? '', given: limit.given, needed: neededOf(limit) };
  });
  const whole = (limit: typeof budget): Limit => ({ given: limit?.given ?? 0, needed: limit?.needed ?? null });
  return { budget: whole(budget), personDays: whole(personDays), roles };
}

function setBy({ id }: PlanMeasure, { network }: PlanProblem, chosen: readonly PlanMeasure[]): string[] {
  const ids = new Set(chosen.map((one) => one.id));
  const own = network?.effects.filter(
    ({ measure, requires }) => measure === id && requires.every((one) => ids.has(one)),
  );
  return (own ?? []).flatMap(({ sets }) => sets.filter((item) => !network?.yes.has(item)));
}

/** What a measure does for an item beside the others that were chosen: only what it reaches by itself, or by keeping what they reach. */
function raiseBy({ raises, requires }: PlanMeasure, item: PlanItem, chosen: readonly PlanMeasure[]): Raise[] {
  const own = raises.filter((raise) => raise.item === item.id);
  const alone = reachedBy(raises, item);
  const keeps = own.some(({ onlyFrom }) => onlyFrom === 2) && stepAfter(item, chosen) === 3;
  if (keeps && item.step < 3) return [{ item: item.id, from: alone >= 2 ? item.step : 2, to: 3 }];
  if (alone === item.step) return [];
  const first = chosen.filter(({ id }) => requires.includes(id)).map((one) => reachedBy(one.raises, item));
  const from = Math.max(item.step, ...first);
  return [{ item: item.id, from: from < alone ? from : item.step, to: alone }];
}

/** The step an item reaches by the raises of one measure alone. */
const reachedBy = (raises: PlanMeasure['raises'], { id, step }: PlanItem): number =>
  Math.max(step, ...raises.filter((raise) => raise.item === id && raise.onlyFrom === undefined).map(({ to }) => to));
