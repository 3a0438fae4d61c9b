import { z } from 'zod';
import type { AnswerValue, Area, Scale, Sheet } from '../catalogue/sheet.ts';

/** What was answered, by item id. An item that is missing or has the value null is unanswered. */
export type Answers = ReadonlyMap<string, { readonly value: AnswerValue | null; readonly note?: string | undefined }>;

/**
 * Score of one area, 0–3 and unrounded; null where nothing counts. The four counts do not overlap and sum to the
 * number of items: `answered` are items with a known answer, `unknown` count 0 points, the other two do not count.
 */
export const areaScoreSchema = z.object({
  id: z.string(),
  title: z.string(),
  score: z.number().min(0).max(3).nullable(),
  answered: z.number().int(),
  notApplicable: z.number().int(),
  unknown: z.number().int(),
  unanswered: z.number().int(),
});
export type AreaScore = z.infer<typeof areaScoreSchema>;

/** Scores of a sheet and its areas, unrounded points of 0–3; null where nothing counts. */
export const scoresSchema = z.object({
  /** Mean of the areas that have a score. */
  score: z.number().min(0).max(3).nullable(),
  areas: z.array(areaScoreSchema),
  weakAreas: z.array(z.string()),
  /** Answers 「0」; "don't know" is not among them. */
  zeroAnswers: z.number().int(),
  unknownAnswers: z.number().int(),
});
export type Scores = z.infer<typeof scoresSchema>;

/** Points of 0–3 an answer counts for; undefined where it does not count. */
export function pointsOf(scale: Scale, value: AnswerValue | null | undefined): number | undefined {
  return scale.values.find((choice) => choice.value === value)?.points;
}

/** Mean of the numbers, null of none. */
export function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function valuesOf(area: Area, answers: Answers): readonly (AnswerValue | null)[] {
  return area.items.map(({ id }) => answers.get(id)?.value ?? null);
}

function scoreArea(area: Area, scale: Scale, answers: Answers): AreaScore {
  const values = valuesOf(area, answers);
  const count = (wanted: AnswerValue | null): number => values.filter((value) => value === wanted).length;
  const [notApplicable, unknown, unanswered] = [count('not-applicable'), count('unknown'), count(null)];
  return {
    id: area.id,
    title: area.title,
    score: meanOf(values.flatMap((value) => pointsOf(scale, value) ?? [])),
    answered: values.length - notApplicable - unknown - unanswered,
    notApplicable,
    unknown,
    unanswered,
  };
}

/** HAIP 提言 第1版 ②-1: an area at 1.5 of 3 or below gets measures. Compared in whole numbers, so exactly. */
function isWeak(area: Area, scale: Scale, answers: Answers): boolean {
  const points = valuesOf(area, answers).flatMap((value) => pointsOf(scale, value) ?? []);
  return points.length > 0 && 2 * points.reduce((sum, point) => sum + point, 0) <= 3 * points.length;
}

/**
 * Scores of a sheet. An area is the mean of its counted answers, the sheet the mean of its areas (so that large areas
 * do not dominate); "don't know" counts 0, "not applicable" and unanswered do not count; nothing is rounded.
 */
export function scoreSheet({ areas, scale }: Sheet, answers: Answers): Scores {
  const scored = areas.map((area) => scoreArea(area, scale, answers));
  const values = areas.flatMap((area) => valuesOf(area, answers));
  return {
    score: meanOf(scored.flatMap(({ score }) => score ?? [])),
    areas: scored,
    weakAreas: areas.filter((area) => isWeak(area, scale, answers)).map(({ id }) => id),
    zeroAnswers: values.filter((value) => value === '0').length,
    unknownAnswers: values.filter((value) => value === 'unknown').length,
  };
}
