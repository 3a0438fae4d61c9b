import type { AnswerValue } from '../../catalogue/sheet.ts';
import type { Answers } from '../scoring.ts';

/** Answers from item ids and values; null is an item left empty. */
export function answersOf(values: Readonly<Record<string, AnswerValue | null>>): Answers {
  return new Map(Object.entries(values).map(([item, value]) => [item, { value }]));
}

/** Everything an item of a step sheet can be answered with, and unanswered. */
export const stepValues: readonly (AnswerValue | null)[] = ['0', '1', '2', '3', 'unknown', 'not-applicable', null];
