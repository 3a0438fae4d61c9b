import type { AnswerValue } from '#core/catalogue/sheet.ts';
import { type AnswerMarks, sameMarks } from '#core/sheet/answer-marks.ts';

/** What a person wants an item to say. */
export type Change = Partial<AnswerMarks> & { readonly value: AnswerValue | null; readonly note: string };

/** What an answer says, without where it comes from. */
export function changeOf({ value, note, confirmedOn, targetOn, conclusion }: Change): Change {
  const days = { ...(confirmedOn && { confirmedOn }), ...(targetOn && { targetOn }) };
  return { value, note, ...days, ...(conclusion && { conclusion }) };
}

/** A change that is not known to be saved yet. */
export type Draft = Change & {
  /** Revision of the answer the change was made upon. */
  readonly revision: number;
  /** What was last sent without an answer coming back: the server may have taken it. */
  readonly sent?: Change;
};

export function sameChange(one: Change, other: Change): boolean {
  return one.value === other.value && one.note === other.note && sameMarks(one, other);
}

/** Reads what an earlier visit or another tab kept; undefined for anything else. */
export function draftOf(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

// By hand, not by a shape of zod: the page would load it for this alone. The server checks every value it is sent.
function isDraft(kept: unknown): kept is Draft {
  if (!isChange(kept) || !('revision' in kept) || !Number.isInteger(kept.revision)) return false;
  return !('sent' in kept) || isChange(kept.sent);
}

function isChange(kept: unknown): kept is Change {
  if (typeof kept !== 'object' || kept === null || !('value' in kept) || !('note' in kept)) return false;
  const marks = ['confirmedOn' in kept && kept.confirmedOn, 'targetOn' in kept && kept.targetOn];
  marks.push('conclusion' in kept && kept.conclusion);
  if (marks.some((mark) => mark && typeof mark !== 'string')) return false;
  return (kept.value === null || typeof kept.value === 'string') && typeof kept.note === 'string';
}
