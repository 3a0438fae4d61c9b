import { z } from 'zod';
import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { stepOf } from './measure-effect.ts';
import { type Answers, areaScoreSchema, meanOf, type Scores, scoreSheet } from './scoring.ts';

/** Median and spread of the executives who have a value; null with fewer than three. Never says who answered what. */
export const spreadSchema = z.object({
  median: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  n: z.number().int(),
});
export type Spread = z.infer<typeof spreadSchema>;

/** How the executives see the house, beside the technical result; points of 0–3. */
export const mirrorSchema = z.object({
  /** Version of the executive sheet it is seen through. */
  sheetVersion: z.string(),
  /** How many executives have answered. */
  executives: z.number().int(),
  overall: spreadSchema,
  areas: z.array(spreadSchema.extend({ id: z.string(), title: z.string() })),
  items: z.array(spreadSchema.extend({ item: z.string() })),
  technical: z.object({ score: z.number().nullable(), areas: z.array(areaScoreSchema) }),
  contradictions: z.array(
    z.object({
      executive: z.string(),
      items: z.array(z.string()),
      question: z.string(),
      executiveMedian: z.number(),
      technicalMean: z.number(),
    }),
  ),
});
export type Mirror = z.infer<typeof mirrorSchema>;

/** A technical run beside which the executives are shown. */
export type TechnicalResult = { readonly answers: Answers; readonly scores: Pick<Scores, 'score' | 'areas'> };

/** Executives from which on a median and a spread say nothing about one person alone. */
export const fewestForSpread = 3;

function spreadOf(values: readonly number[]): Spread {
  if (values.length < fewestForSpread) return { median: null, min: null, max: null, n: values.length };
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return { median: meanOf(middle), min: sorted[0] ?? null, max: sorted.at(-1) ?? null, n: sorted.length };
}

function stepsOf(runs: readonly Answers[], item: string): readonly number[] {
  return runs.flatMap((answers) => stepOf(answers, item) ?? []);
}

/** Whether two means of whole or half steps are 2 or more apart, compared in whole numbers. */
function isFarApart(medianDoubled: number, steps: readonly number[]): boolean {
  const sum = steps.reduce((total, step) => total + step, 0);
  return Math.abs(medianDoubled * steps.length - 2 * sum) >= 4 * steps.length;
}

function contradictionsOf(sheet: Sheet, runs: readonly Answers[], technical: Answers): Mirror['contradictions'] {
  return (sheet.contradictions ?? []).flatMap(({ executive, items, question }) => {
    const { median } = spreadOf(stepsOf(runs, executive));
    const steps = items.flatMap((item) => stepOf(technical, item) ?? []);
    const technicalMean = meanOf(steps);
    if (median === null || technicalMean === null || !isFarApart(median * 2, steps)) return [];
    return [{ executive, items, question, executiveMedian: median, technicalMean }];
  });
}

/**
 * The executive mirror: how the executives see the house beside the technical result. Where the median of an item and
 * the mean of the technical items on the same fact are 2 or more apart, in either direction, the question of the sheet
 * is shown. "Don't know" counts 0; "not applicable" and unanswered stay out.
 */
export function mirrorOf(sheet: Sheet, runs: readonly Answers[], technical: TechnicalResult): Mirror {
  const scores = runs.map((answers) => scoreSheet(sheet, answers));
  const areas = sheet.areas.map(({ id, title }, index) => {
    return { id, title, ...spreadOf(scores.flatMap((score) => score.areas[index]?.score ?? [])) };
  });
  return {
    sheetVersion: sheet.version,
    executives: runs.length,
    overall: spreadOf(scores.flatMap(({ score }) => score ?? [])),
    areas,
    items: itemsOf(sheet).map(({ id }) => ({ item: id, ...spreadOf(stepsOf(runs, id)) })),
    technical: { score: technical.scores.score, areas: technical.scores.areas },
    contradictions: contradictionsOf(sheet, runs, technical.answers),
  };
}
