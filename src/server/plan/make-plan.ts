import { limitsOf, type PlanLimit, scaled, takenOf, withoutLimit } from '#core/plan/limit.ts';
import { limitsWith, type Plan, planOf } from '#core/plan/plan.ts';
import { type PlanModel, planModel, type Stage } from '#core/plan/plan-model.ts';
import type { PlanMeasure, PlanProblem } from '#core/plan/problem.ts';
import { solve } from './solve.ts';

/** Seconds that are left. */
type Left = () => number;

/**
 * The best plan of a problem, or why there is none. Blocks its thread.
 * @param seconds what it may take in all.
 */
export function makePlan(problem: PlanProblem, seconds: number): Plan {
  const ends = performance.now() + seconds * 1000;
  const left = () => Math.max(0, (ends - performance.now()) / 1000);
  const { model, stages, chooses } = planModel(problem);
  const solution = solve(model, stages, left());
  if (solution.status === 'infeasible') return withoutPlan(problem, left);
  return planOf(problem, chosenOf(chooses, solution.values), solution);
}

/** The measures a solution chooses. */
export function chosenOf(chooses: PlanModel['chooses'], values: readonly number[]): readonly PlanMeasure[] {
  return chooses.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ measure }) => measure);
}

type Needed = { readonly amount: number | null; readonly proven: boolean };

/** Nothing chosen, and the least of each limit with which the goal could be reached, the others as given where that can be. */
function withoutPlan(problem: PlanProblem, left: Left): Plan {
  const limits = limitsOf(problem);
  const boundless = limits.reduce(withoutLimit, problem);
  const needed = new Map(
    limits.map((limit): [string, Needed] => {
      const alone = least(withoutLimit(problem, limit), limit, left);
      const isBound = alone.amount === null && alone.proven;
      return [keyOf(limit), isBound ? least(boundless, limit, left) : alone];
    }),
  );
  const gap = [...needed.values()].every(({ proven }) => proven) ? 0 : 1;
  const nothing = planOf(problem, [], { status: 'infeasible', gap });
  return { ...nothing, limits: limitsWith(problem, (limit) => needed.get(keyOf(limit))?.amount ?? null) };
}

const keyOf = ({ name, role }: PlanLimit) => `${name} ${role ?? ''}`;

/** The least of a limit that any plan takes; no amount where there is no plan at all, or none was found in time. */
function least(problem: PlanProblem, limit: PlanLimit, left: Left): Needed {
  const { model, chooses } = planModel(problem);
  const sum = chooses.map(({ measure, column }) => [column, scaled(limit, limit.takenBy(measure))] as const);
  const stage: Stage = { name: limit.name, sense: 'min', sum };
  const solution = solve(model, [stage], left());
  if (solution.status === 'infeasible') return { amount: null, proven: true };
  const proven = solution.status === 'optimal';
  if (!proven && solution.gap === 1) return { amount: null, proven };
  return { amount: takenOf(limit, chosenOf(chooses, solution.values)), proven };
}
