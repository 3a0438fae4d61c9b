import { limitsOf, type PlanLimit, scaled, takenOf, withLimit, withoutLimit } from '#core/plan/limit.ts';
import { type Limits, limitsFor } from '#core/plan/plan.ts';
import { planModel } from '#core/plan/plan-model.ts';
import type { PlanMeasure, PlanProblem } from '#core/plan/problem.ts';
import type { Stage } from '#core/plan/stage.ts';
import { chosenOf, solve } from './solve.ts';

/** Seconds that are left. */
export type Left = () => number;

/** Measures with which there is a plan, or none; `proven` where no less would do. */
type Found = { readonly chosen: readonly PlanMeasure[] | null; readonly proven: boolean };
type Ways = { readonly ways: readonly Limits[]; readonly proven: boolean };

/**
 * How a goal that the limits of a problem do not allow could be reached: by each limit alone that is enough; where none is, by all of
 * them, once with as little money as can be and once with as few days. Blocks its thread.
 */
export function waysToPlan(problem: PlanProblem, left: Left): Ways {
  const limits = limitsOf(problem);
  const [budget, ...days] = limits;
  const waysBy = (orders: readonly (readonly PlanLimit[])[]): Ways => {
    const found = orders.map((order) => leastInTurn(problem, order, left));
    const ways = found.flatMap(({ chosen }) => (chosen ? [limitsFor(problem, chosen)] : []));
    return { ways, proven: found.every(({ proven }) => proven) };
  };
  const alone = waysBy(limits.map((limit) => [limit]));
  if (alone.ways.length > 0 || !alone.proven) return alone;
  const together = waysBy([limits, budget ? [...days, budget] : days]);
  const [first, second] = together.ways;
  const isSame = first && second && limitsAsked(first) === limitsAsked(second);
  return isSame ? { ways: [first], proven: together.proven } : together;
}

/** What a way asks for more of. */
const limitsAsked = ({ budget, personDays, roles }: Limits): string =>
  JSON.stringify([budget, personDays, ...roles].map(({ given, needed }) => Math.max(given, needed ?? 0)));

/** The least of the first limit, all of these lifted, then the least of the next with that, and so on; never less than there is. */
function leastInTurn(problem: PlanProblem, order: readonly PlanLimit[], left: Left): Found {
  let asked = order.reduce(withoutLimit, problem);
  let found: Found = { chosen: null, proven: true };
  for (const limit of order) {
    const next = least(asked, limit, left);
    if (next.chosen === null) return next;
    asked = withLimit(asked, limit, Math.max(limit.given, takenOf(limit, next.chosen)));
    found = { chosen: next.chosen, proven: found.proven && next.proven };
  }
  return found;
}

/** The plan that takes the least of a limit. */
function least(problem: PlanProblem, limit: PlanLimit, left: Left): Found {
  const { model, chooses } = planModel(problem);
  const sum = chooses.map(({ measure, column }) => [column, scaled(limit, limit.takenBy(measure))] as const);
  const stage: Stage = { name: 'cost', sense: 'min', sum };
  const solution = solve(model, [stage], left());
  if (solution.status === 'infeasible') return { chosen: null, proven: true };
  const chosen = solution.isFound ? chosenOf(chooses, solution.values) : null;
  return { chosen, proven: solution.status === 'optimal' };
}
