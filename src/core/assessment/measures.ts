import { z } from 'zod';
import type { Area, Measure, Sheet } from '../catalogue/sheet.ts';
import { bestGain, causesOf, type Gain, gains, liftedItems, stepOf } from './measure-effect.ts';
import { type MeasureContext, unmetPrerequisites } from './prerequisite.ts';
import type { Answers } from './scoring.ts';

/** A measure shown to a facility: why (the items that caused it), how, what it costs and what has to stand first. */
export const proposedMeasureSchema = z.object({
  id: z.string(),
  area: z.string(),
  title: z.string(),
  costClass: z.number().int().min(0).max(3),
  personDays: z.number().positive(),
  role: z.string(),
  why: z.string(),
  yearly: z.object({ personDays: z.number(), costClass: z.number().int() }).nullable(),
  gain: z.enum(gains),
  causes: z.array(z.object({ item: z.string(), from: z.number(), to: z.number(), onlyFrom: z.literal(2).optional() })),
  prerequisites: z.array(z.object({ id: z.string(), title: z.string(), blocks: z.boolean() })),
});
export type ProposedMeasure = z.infer<typeof proposedMeasureSchema>;

/** The measures shown with a result, in the order to look at them. */
export const proposalsSchema = z.object({
  /** Measures that stand in the weak areas. */
  measures: z.array(proposedMeasureSchema),
  /** Measures of other areas for low items of weak areas that no measure of their own area brings to 2. */
  elsewhere: z.array(proposedMeasureSchema),
});
export type Proposals = z.infer<typeof proposalsSchema>;

type Ranked = { readonly id: string; readonly gain: Gain; readonly costClass: number; readonly personDays: number };

/** What helps most first, then what costs least: cost class, person-days, id. */
export function compareMeasures(a: Ranked, b: Ranked): number {
  return (
    gains.indexOf(a.gain) - gains.indexOf(b.gain) ||
    a.costClass - b.costClass ||
    a.personDays - b.personDays ||
    a.id.localeCompare(b.id, 'en', { numeric: true })
  );
}

function itemIds(areas: readonly Area[]): ReadonlySet<string> {
  return new Set(areas.flatMap((area) => area.items.map(({ id }) => id)));
}

/** The measure as this facility sees it; undefined where nothing is left for it to raise. */
function propose(
  measure: Measure,
  area: Area,
  ownItems: ReadonlySet<string>,
  answers: Answers,
  context: MeasureContext,
): ProposedMeasure | undefined {
  const causes = causesOf(measure, answers);
  const gain = bestGain(causes);
  if (!gain) return undefined;
  const { id, title, costClass, personDays, role, why, yearly } = measure;
  const prerequisites = [...unmetPrerequisites(measure, ownItems, answers, context)];
  const words = { id, area: area.id, title, costClass, personDays, role, why, yearly: yearly ?? null };
  return { ...words, gain, causes: [...causes], prerequisites };
}

/**
 * Measures for the weak areas of a sheet in the order to look at them. A measure is left out only where every item it
 * raises already stands there or is not applicable (measure-effects §1, assessment-areas §4).
 */
export function proposeMeasures(
  sheet: Sheet,
  answers: Answers,
  weakAreas: readonly string[],
  context: MeasureContext,
): Proposals {
  const ownItems = itemIds(sheet.areas);
  const all = sheet.areas.flatMap((area) =>
    area.measures.flatMap((measure) => propose(measure, area, ownItems, answers, context) ?? []),
  );
  const sorted = all.sort(compareMeasures);
  const measures = sorted.filter(({ area }) => weakAreas.includes(area));
  const weakItems = [...itemIds(sheet.areas.filter(({ id }) => weakAreas.includes(id)))];
  const helped = new Set(measures.flatMap(({ causes }) => liftedItems(causes)));
  const left = weakItems.filter((item) => (stepOf(answers, item) ?? 3) < 2 && !helped.has(item));
  const elsewhere = sorted.filter(
    ({ area, causes }) => !weakAreas.includes(area) && liftedItems(causes).some((item) => left.includes(item)),
  );
  return { measures, elsewhere };
}
