import {
  budgetsAround,
  daysAround,
  type Frontier,
  type Reach,
  reachOf,
  withDays,
  withMoreMoney,
  withMoreTime,
} from '#core/plan/frontier.ts';
import { planModel } from '#core/plan/plan-model.ts';
import type { PlanProblem } from '#core/plan/problem.ts';
import { reaching } from '#core/plan/stage.ts';
import { chosenOf, solve } from './solve.ts';

const found = (reach: Reach | null | undefined): readonly Reach[] => (reach ? [reach] : []);

/** Of the time that is left what one plan may take: a hard one leaves something to those after it. */
const half = 0.5;
const quarter = 0.25;

/**
 * What the best plan reaches with a little more, and with other budgets or person-days. Blocks its thread.
 * @param seconds what it may take in all; what was not proven by then is left out and counted.
 */
export function makeFrontier(given: PlanProblem, seconds: number): Frontier {
  const ends = performance.now() + seconds * 1000;
  const problem: PlanProblem = { ...given, goal: 'weakest' };
  const reach = (asked: PlanProblem, share: number): Reach | null => {
    const { model, stages, chooses } = planModel(asked);
    const left = Math.max(0, (ends - performance.now()) / 1000);
    const solution = solve(
      model,
      stages.filter(({ name }) => reaching.includes(name)),
      left * share,
    );
    return solution.status === 'optimal' ? reachOf(asked, chosenOf(chooses, solution.values)) : null;
  };
  const now = reach(problem, half);
  const [moreMoney, moreTime] = [withMoreMoney(problem), withMoreTime(problem)].map((more) => reach(more, quarter));
  const reachAt = (amount: number | undefined, given: number, asked: (amount: number) => PlanProblem) =>
    amount === undefined ? [] : found(amount === given ? now : reach(asked(amount), quarter));
  const budgets = budgetsAround(problem.budget);
  const days = daysAround(problem.personDays);
  const curve: Reach[] = [];
  const dayCurve: Reach[] = [];
  // In turns, so that where the time is over neither is left out.
  for (let at = 0; at < Math.max(budgets.length, days.length); at += 1) {
    curve.push(...reachAt(budgets[at], problem.budget, (budget) => ({ ...problem, budget })));
    dayCurve.push(...reachAt(days[at], problem.personDays, (personDays) => withDays(problem, personDays)));
  }
  const unproven = budgets.length + days.length - curve.length - dayCurve.length;
  return { now, moreMoney: moreMoney ?? null, moreTime: moreTime ?? null, curve, dayCurve, unproven };
}
