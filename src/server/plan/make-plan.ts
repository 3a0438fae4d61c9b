import { outcomeOf } from '#core/plan/outcome.ts';
import { type Limit, type Plan, planOf } from '#core/plan/plan.ts';
import { type PlanModel, planModel, type Stage } from '#core/plan/plan-model.ts';
import type { PlanMeasure, PlanProblem } from '#core/plan/problem.ts';
import { solve } from './solve.ts';

/** The best plan of a problem, or why there is none. Blocks its thread. */
export function makePlan(problem: PlanProblem, seconds: number): Plan {
  const { model, stages, chooses } = planModel(problem);
  const solution = solve(model, stages, seconds);
  if (solution.status === 'infeasible') return withoutPlan(problem, seconds);
  return planOf(problem, chosenOf(chooses, solution.values), solution);
}

function chosenOf(chooses: PlanModel['chooses'], values: readonly number[]): readonly PlanMeasure[] {
  return chooses.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ measure }) => measure);
}

const unlimited = Number.POSITIVE_INFINITY;

/** Nothing chosen, and the least of each limit with which the goal could be reached, the other as given where that can be. */
function withoutPlan(problem: PlanProblem, seconds: number): Plan {
  const needed = (kind: keyof Plan['limits']): number | null => {
    const other = kind === 'budget' ? 'personDays' : 'budget';
    return (
      least({ ...problem, [kind]: unlimited }, kind, seconds) ??
      least({ ...problem, [kind]: unlimited, [other]: unlimited }, kind, seconds)
    );
  };
  const limit = (kind: keyof Plan['limits']): Limit => ({ given: problem[kind], needed: needed(kind) });
  const nothing = planOf(problem, [], { status: 'infeasible', gap: 0 });
  return { ...nothing, limits: { budget: limit('budget'), personDays: limit('personDays') } };
}

/** The least yen or person-days of any plan; null where there is none at all. */
function least(problem: PlanProblem, kind: keyof Plan['limits'], seconds: number): number | null {
  const { model, chooses } = planModel(problem);
  const weight = ({ cost, personDays }: PlanMeasure) => (kind === 'budget' ? cost : Math.round(personDays * 10));
  const sum = chooses.map(({ measure, column }) => [column, weight(measure)] as const);
  const stage: Stage = { name: kind, sense: 'min', sum };
  const solution = solve(model, [stage], seconds);
  if (solution.status === 'infeasible') return null;
  const { cost, personDays } = outcomeOf(problem, chosenOf(chooses, solution.values));
  return kind === 'budget' ? cost : personDays;
}
