import { z } from 'zod';
import { type NetworkLevel, networkLevel } from '../assessment/network-level.ts';
import type { PlanItem, PlanMeasure, PlanProblem } from './problem.ts';

/** The step an item reaches by the chosen measures: the highest counts, and 3 by review only from 2 on (measure-effects §1). */
export function stepAfter({ id, step }: PlanItem, chosen: readonly PlanMeasure[]): number {
  const effects = chosen.flatMap(({ raises }) => raises.filter(({ item }) => item === id));
  const plain = effects.filter(({ onlyFrom }) => onlyFrom === undefined).map(({ to }) => to);
  const reached = Math.max(step, ...plain);
  return reached === 2 && effects.some(({ onlyFrom }) => onlyFrom === 2) ? 3 : reached;
}

const levelSchema = z.literal([0, 1, 2, 3]);

/** What a choice of measures brings: yen and person-days of the first year, and the scores before and after. */
export const planOutcomeSchema = z.object({
  cost: z.number(),
  personDays: z.number(),
  /** Mean step of each area with counted items, unrounded points of 0–3. */
  areas: z.array(z.object({ id: z.string(), before: z.number(), after: z.number() })),
  /** Null where the network was not assessed. */
  networkLevel: z.object({ before: levelSchema, after: levelSchema }).nullable(),
});
export type PlanOutcome = z.infer<typeof planOutcomeSchema>;

/** The outcome of chosen measures by the rules of the assessment, independent of how they were chosen. */
export function outcomeOf({ items, network }: PlanProblem, chosen: readonly PlanMeasure[]): PlanOutcome {
  const areas = [...new Set(items.map(({ area }) => area))].map((id) => {
    const own = items.filter(({ area }) => area === id);
    const mean = (steps: readonly number[]) => steps.reduce((sum, step) => sum + step, 0) / steps.length;
    return { id, before: mean(own.map(({ step }) => step)), after: mean(own.map((item) => stepAfter(item, chosen))) };
  });
  return {
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    personDays: Math.round(chosen.reduce((sum, { personDays }) => sum + personDays, 0) * 10) / 10,
    areas,
    networkLevel: network && { before: levelWith(network.yes), after: levelWith(yesAfter(network, chosen)) },
  };
}

/** The items of the network sheet that are はい with the chosen measures. */
export function yesAfter({ yes, effects }: NonNullable<PlanProblem['network']>, chosen: readonly PlanMeasure[]) {
  const ids = new Set(chosen.map(({ id }) => id));
  const live = effects.filter(({ measure, requires }) => [measure, ...requires].every((id) => ids.has(id)));
  return new Set([...yes, ...live.flatMap(({ sets }) => sets)]);
}

function levelWith(yes: ReadonlySet<string>): NetworkLevel['level'] {
  return networkLevel(new Map([...yes].map((id) => [id, { value: 'yes' as const }]))).level;
}
