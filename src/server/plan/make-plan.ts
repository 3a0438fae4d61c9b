import { outcomeOf } from '#core/plan/outcome.ts';
import { type Limit, type Plan, planOf } from '#core/plan/plan.ts';
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

function chosenOf(chooses: PlanModel['chooses'], values: readonly number[]): readonly PlanMeasure[] {
  return chooses.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ measure }) => measure);
}

const unlimited = Number.POSITIVE_INFINITY;
type Needed = { readonly amount: number | null; readonly proven: boolean };

/** Nothing chosen, and the least of each limit with which the goal could be reached, the other as given where that can be. */
function withoutPlan(problem: PlanProblem, left: Left): Plan {
  const needed = (kind: keyof Plan['limits']): Needed => {
    const other = kind === 'budget' ? 'personDays' : 'budget';
    const alone = least({ ...problem, [kind]: unlimited }, kind, left);
    return alone.amount === null && alone.proven
      ? least({ ...problem, [kind]: unlimited, [other]: unlimited }, kind, left)
      : alone;
  };
  const [budget, personDays] = [needed('budget'), needed('personDays')];
  const gap = budget.proven && personDays.proven ? 0 : 1;
  const limit = (kind: keyof Plan['limits'], { amount }: Needed): Limit => ({ given: problem[kind], needed: amount });
  const nothing = planOf(problem, [], { status: 'infeasible', gap });
  return { ...nothing, limits: { budget: limit('budget', budget), personDays: limit('personDays', personDays) } };
}

/** The least yen or person-days of any plan; no amount where there is none at all, or none was found in time. */
function least(problem: PlanProblem, kind: keyof Plan['limits'], left: Left): Needed {
  const { model, chooses } = planModel(problem);
  const weight = ({ cost, personDays }: PlanMeasure) => (kind === 'budget' ? cost : Math.round(personDays * 10));
  const sum = chooses.map(({ measure, column }) => [column, weight(measure)] as const);
  const stage: Stage = { name: kind, sense: 'min', sum };
  const solution = solve(model, [stage], left());
  if (solution.status === 'infeasible') return { amount: null, proven: true };
  const proven = solution.status === 'optimal';
  if (!proven && solution.gap === 1) return { amount: null, proven };
  const { cost, personDays } = outcomeOf(problem, chosenOf(chooses, solution.values));
  return { amount: kind === 'budget' ? cost : personDays, proven };
}
