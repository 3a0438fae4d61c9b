import { z } from 'zod';
import { areaBefore, type Crossing, crossingById } from '../catalogue/crossing.ts';
import { type AnswerValue, answerValueSchema, itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { type Answers, pointsOf, scoreSheet } from './scoring.ts';

const numberChangeSchema = z.object({
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Null where one of the two has no score. */
  change: z.number().nullable(),
});

/** What has changed since another run of the same sheet, in points of 0–3. */
export const changeSchema = z.object({
  score: numberChangeSchema,
  areas: z.array(numberChangeSchema.extend({ id: z.string() })),
  /** Items answered differently; `change` in points, null where one of the two does not count. */
  items: z.array(
    z.object({
      item: z.string(),
      before: answerValueSchema.nullable(),
      after: answerValueSchema.nullable(),
      change: z.number().nullable(),
    }),
  ),
});
export type Change = z.infer<typeof changeSchema>;

/** A run as it was answered: the sheet in its version and the answers. */
export type AnsweredSheet = { readonly sheet: Sheet; readonly answers: Answers };

function difference(before: number | null, after: number | null): z.infer<typeof numberChangeSchema> {
  return { before, after, change: before === null || after === null ? null : after - before };
}

function valueIn({ answers }: AnsweredSheet, item: string): AnswerValue | null {
  return answers.get(item)?.value ?? null;
}

/**
 * What has changed since the last run: overall, per area and per item of the sheet answered now. Where the version is another
 * one, items are followed through the crossing: only what is asked in the same words is compared, and an area with the one most
 * of its items come from.
 */
export function changeSince(
  last: AnsweredSheet,
  now: AnsweredSheet,
  crossing: Crossing = crossingById(last.sheet, now.sheet),
): Change {
  const [lastScores, scores] = [scoreSheet(last.sheet, last.answers), scoreSheet(now.sheet, now.answers)];
  const lastArea = new Map(lastScores.areas.map(({ id, score }) => [id, score]));
  const both = itemsOf(now.sheet).flatMap(({ id }) => {
    const step = crossing.steps.get(id);
    return step?.change === 'unchanged' ? [{ id, was: step.from }] : [];
  });
  const items = both.map(({ id, was }) => {
    const [before, after] = [valueIn(last, was), valueIn(now, id)];
    const points = difference(pointsOf(last.sheet.scale, before) ?? null, pointsOf(now.sheet.scale, after) ?? null);
    return { item: id, before, after, change: points.change };
  });
  return {
    score: difference(lastScores.score, scores.score),
    areas: scores.areas.map(({ id, score }) => {
      return { id, ...difference(lastArea.get(areaBefore(crossing, id) ?? '') ?? null, score) };
    }),
    items: items.filter(({ before, after }) => before !== after),
  };
}
