import { z } from 'zod';
import { type AnswerValue, answerValueSchema } from '#core/catalogue/sheet.ts';

/** What a person wants an item to say. */
export type Change = { readonly value: AnswerValue | null; readonly note: string };

const changeSchema = z.object({ value: answerValueSchema.nullable(), note: z.string() });

const draftSchema = changeSchema.extend({
  /** Revision of the answer the change was made upon. */
  revision: z.number().int().nonnegative(),
  /** What was last sent without an answer coming back: the server may have taken it. */
  sent: changeSchema.exactOptional(),
});

/** A change that is not known to be saved yet. */
export type Draft = z.infer<typeof draftSchema>;

export function sameChange(one: Change, other: Change): boolean {
  return one.value === other.value && one.note === other.note;
}

/** Reads what an earlier visit or another tab kept; undefined for anything else. */
export function draftOf(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
