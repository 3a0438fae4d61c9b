import { z } from 'zod';
import type { Band } from './band.ts';
import type { Criteria, CriteriaEdit } from './criteria.ts';

/** Levels of both axes, counted from 1 for the lowest. */
export const estimateSchema = z.object({
  likelihood: z.number().int().min(1).max(5),
  impact: z.number().int().min(1).max(5),
});
export type Estimate = z.infer<typeof estimateSchema>;

/**
 * The level of a risk: likelihood × impact, 1–25; 0 where nobody has estimated it. The product is an order, no measured size:
 * 12 is more than 6, not twice as much.
 */
export const levelOf = (estimate: Estimate | null): number => (estimate ? estimate.likelihood * estimate.impact : 0);

type Boundaries = Pick<Criteria, 'attentionFrom' | 'urgentFrom'>;

/** The band of a level; null of 0, which nobody has estimated. */
export function bandOf(level: number, { attentionFrom, urgentFrom }: Boundaries): Band | null {
  if (level === 0) return null;
  if (level >= urgentFrom) return 'urgent';
  return level >= attentionFrom ? 'attention' : 'calm';
}

/** The levels of a band, both included. */
export function levelsIn(band: Band, { attentionFrom, urgentFrom }: Boundaries): readonly [number, number] {
  if (band === 'urgent') return [urgentFrom, 25];
  return band === 'attention' ? [attentionFrom, urgentFrom - 1] : [1, attentionFrom - 1];
}

/** Whether an estimate stands on the axes there are. */
export const isOnScale = ({ likelihood, impact }: Estimate, criteria: CriteriaEdit): boolean =>
  likelihood <= criteria.likelihood.length && impact <= criteria.impact.length;

/**
 * The level of an axis after its number of levels has changed: the ends stay the ends, between them it moves in proportion and
 * never down by rounding, so that no risk looks smaller only because the scale was changed. Levels count from 1.
 */
export const movedLevel = (level: number, from: number, to: number): number =>
  1 + Math.ceil(((level - 1) * (to - 1)) / (from - 1));

/** How each level of an axis moves; the first element is where level 1 goes. */
export const movesOf = (from: number, to: number): readonly number[] =>
  Array.from({ length: from }, (_, index) => movedLevel(index + 1, from, to));

/** What a consequence comes to in numbers; null where nobody knows or it does not apply. */
export type Numbers = {
  /** Hours a function of care is out. */
  readonly outageHours: number | null;
  /** Patients whose care is affected. */
  readonly patients: number | null;
  /** People whose data leak. */
  readonly leaked: number | null;
};

/** The highest level of impact that one of the numbers reaches; null where no number says anything. */
export function impactOf(numbers: Numbers, { impact }: Pick<CriteriaEdit, 'impact'>): number | null {
  const given = [
    ['hours', numbers.outageHours],
    ['patients', numbers.patients],
    ['leaked', numbers.leaked],
  ] as const;
  if (given.every(([, value]) => value === null)) return null;
  const reached = impact.findLastIndex((level) =>
    given.some(([key, value]) => value !== null && level[key] !== null && value >= level[key]),
  );
  return Math.max(0, reached) + 1;
}
