import { type AnswerDays, daysOf, sameDays } from './checklist.ts';
import type { Conclusion } from './conclusion.ts';

/** What an answer carries beside its value and note: the days of a checklist, the conclusion of an audit. Null elsewhere. */
export type AnswerMarks = AnswerDays & { readonly conclusion: Conclusion | null };

type PerhapsMarks = { readonly [Mark in keyof AnswerMarks]?: AnswerMarks[Mark] | undefined };

export const noMarks: AnswerMarks = { confirmedOn: null, targetOn: null, conclusion: null };

/** The marks of an answer of which they may not be told. */
export const marksOf = ({ conclusion = null, ...days }: PerhapsMarks): AnswerMarks => ({ ...daysOf(days), conclusion });

/** Whether two answers carry the same marks. */
export const sameMarks = (one: PerhapsMarks, other: PerhapsMarks): boolean =>
  sameDays(one, other) && (one.conclusion ?? null) === (other.conclusion ?? null);
