import type { AnswerValue, Scale } from '#core/catalogue/sheet.ts';

/** An answer as it is being given: a value and, where there is one, a note. */
export type GivenAnswer = { readonly value: AnswerValue | null; readonly note?: string };

/** Whether the value counts only together with a reason: 「対象外」. */
export function needsReason({ values }: Scale, value: AnswerValue | null): boolean {
  return values.some((choice) => choice.value === value && choice.needsNote);
}

/** Whether the reason is still missing; an answer without its reason is none. */
export function lacksReason(scale: Scale, { value, note = '' }: GivenAnswer): boolean {
  return needsReason(scale, value) && note.trim() === '';
}
