import { z } from 'zod';
import type { LadderStep, Measure, Sheet } from '../catalogue/sheet.ts';
import { holds } from '../kernel/condition.ts';
import type { Answers } from './scoring.ts';

/** One step on the way to the next network level. */
export const networkStepSchema = z.object({
  measure: z.string(),
  title: z.string(),
  action: z.string(),
  costClass: z.number().int(),
  personDays: z.number(),
  role: z.string(),
  /** Answers that become はい by it and are not yet. */
  sets: z.array(z.string()),
  /** Items whose step this one prepares. */
  prepares: z.array(z.string()),
  optional: z.boolean(),
  /** Measures that have to stand before it and are no step of their own, first things first. */
  before: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type NetworkStep = z.infer<typeof networkStepSchema>;

type MeasureOf = (id: string) => Measure | undefined;

function isNeeded({ sets, prepares, when }: LadderStep, answers: Answers): boolean {
  const isYes = (item: string): boolean => answers.get(item)?.value === 'yes';
  if (when && !holds(when, (item) => answers.get(item)?.value ?? undefined)) return false;
  if (sets.length > 0) return !sets.every(isYes);
  return !prepares?.every(isYes);
}

/** Everything that has to stand before a measure, deepest first, without what is settled. */
function waysInto(id: string, measureOf: MeasureOf, isSettled: (id: string) => boolean): readonly string[] {
  const required = (measureOf(id)?.requires ?? []).filter((before) => !isSettled(before));
  return [...new Set(required.flatMap((before) => [...waysInto(before, measureOf, isSettled), before]))];
}

function stepFrom(
  { measure: id, action, sets, prepares, optional }: LadderStep,
  answers: Answers,
  measureOf: MeasureOf,
  isSettled: (id: string) => boolean,
): readonly NetworkStep[] {
  const measure = measureOf(id);
  if (!measure) return [];
  const { title, costClass, personDays, role } = measure;
  const before = waysInto(id, measureOf, isSettled).map((required) => {
    return { id: required, title: measureOf(required)?.title ?? '' };
  });
  const open = sets.filter((item) => answers.get(item)?.value !== 'yes');
  const words = { measure: id, title, action, costClass, personDays, role };
  return [{ ...words, sets: open, prepares: prepares ?? [], optional: optional ?? false, before }];
}

/**
 * The steps that bring the network from `level` to the next one, in order, without those already はい (network-level
 * §5). A prerequisite counts as settled where it has its own row at this level or all it sets is はい.
 */
export function nextNetworkSteps(
  { ladder = [], effects = [] }: Sheet,
  answers: Answers,
  level: number,
  measureOf: MeasureOf,
): readonly NetworkStep[] {
  const rows = ladder.filter(({ from }) => from === level);
  const onLadder = new Set(rows.map(({ measure }) => measure));
  const inPlace = effects
    .filter(({ sets }) => sets.every((item) => answers.get(item)?.value === 'yes'))
    .map(({ measure }) => measure);
  const isSettled = (id: string): boolean => onLadder.has(id) || inPlace.includes(id);
  return rows.filter((row) => isNeeded(row, answers)).flatMap((row) => stepFrom(row, answers, measureOf, isSettled));
}
