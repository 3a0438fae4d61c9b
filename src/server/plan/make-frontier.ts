import { budgetsAround, type Frontier, type Reach, reachOf, withMoreMoney, withMoreTime } from '#core/plan/frontier.ts';
import { planModel } from '#core/plan/plan-model.ts';
import type { PlanProblem } from '#core/plan/problem.ts';
import { reaching } from '#core/plan/stage.ts';
import { chosenOf, solve } from './solve.ts';

/**
 * What the best plan reaches with a little more, and with other budgets. Blocks its thread.
 * @param seconds what it may take in all; what was not proven by then is left out.
 */
export function makeFrontier(given: PlanProblem, seconds: number): Frontier {
  const ends = performance.now() + seconds * 1000;
  const problem: PlanProblem = { ...given, goal: 'weakest' };
  const reach = (asked: PlanProblem): Reach | null => {
    const { model, stages, chooses } = planModel(asked);
    const left = Math.max(0, (ends - performance.now()) / 1000);
    const solution = solve(
      model,
      stages.filter(({ name }) => reaching.includes(name)),
      left,
    );
    return solution.status === 'optimal' ? reachOf(asked, chosenOf(chooses, solution.values)) : null;
  };
  const [now, moreMoney, moreTime] = [problem, withMoreMoney(problem), withMoreTime(problem)].map(reach);
  const curve = budgetsAround(problem.budget).flatMap((budget) =>
    budget === problem.budget ? (now ?? []) : (reach({ ...problem, budget }) ?? []),
  );
  return { now: now ?? null, moreMoney: moreMoney ?? null, moreTime: moreTime ?? null, curve };
}
