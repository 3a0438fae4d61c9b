import { z } from 'zod';
import { levelTwoItems } from './network-columns.ts';
import { outcomeOf, yesAfter } from './outcome.ts';
import { enoughOf, type PlanProblem } from './problem.ts';

/** Ids of areas, and of items of the network sheet. */
export const outOfReachSchema = z.object({ areas: z.array(z.string()), items: z.array(z.string()) });
export type OutOfReach = z.infer<typeof outOfReachSchema>;

export const nothingOutOfReach: OutOfReach = { areas: [], items: [] };

/** Whether no budget and no days are enough. */
export const isBeyond = ({ areas, items }: OutOfReach): boolean => areas.length + items.length > 0;

/** What of the goal no choice of measures brings: all of them together reach the most, since none lowers what another does. */
export function outOfReach(problem: PlanProblem): OutOfReach {
  if (problem.goal !== 'level2') return nothingOutOfReach;
  const { areas } = outcomeOf(problem, problem.measures);
  const yes = problem.network && yesAfter(problem.network, problem.measures);
  return {
    areas: areas.filter(({ after }) => !enoughOf(after)).map(({ id }) => id),
    items: yes ? levelTwoItems.filter((id) => !yes.has(id)) : [],
  };
}
