import { isBeyond, outOfReach } from '#core/plan/out-of-reach.ts';
import { limitsWith, type Plan, planOf } from '#core/plan/plan.ts';
import { planModel } from '#core/plan/plan-model.ts';
import type { PlanProblem } from '#core/plan/problem.ts';
import { chosenOf, solve } from './solve.ts';
import { type Left, waysToPlan } from './ways-to-plan.ts';

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
  const chosen = chosenOf(chooses, solution.values);
  const isFound = solution.status === 'optimal' || (solution.isFound && chosen.length > problem.begun.size);
  if (isFound) return planOf(problem, chosen, solution);
  const begun = problem.measures.filter(({ id }) => problem.begun.has(id));
  return planOf(problem, begun, { status: 'time-limit', gap: 1, stage: null });
}

/** Nothing chosen, and what is in the way of the goal. */
function withoutPlan(problem: PlanProblem, left: Left): Plan {
  const nothing = planOf(problem, [], { status: 'infeasible', gap: 0, stage: null });
  const beyond = outOfReach(problem);
  const none = limitsWith(problem, () => null);
  if (isBeyond(beyond)) return { ...nothing, limits: none, outOfReach: beyond };
  const { ways, proven } = waysToPlan(problem, left);
  return { ...nothing, gap: proven ? 0 : 1, limits: ways[0] ?? none, ways: [...ways] };
}
