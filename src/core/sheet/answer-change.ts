import type { AnswerValue, Item, Scale } from '../catalogue/sheet.ts';
import type { Fault } from '../kernel/contract.ts';
import { type AnswerMarks, marksOf, noMarks, sameMarks } from './answer-marks.ts';
import { conclusionFaults } from './conclusion.ts';
import { type DayFrame, dayFaults } from './day-faults.ts';
import { longestNote, type RunStatus } from './run.ts';
import type { RunPurpose } from './run-purpose.ts';

/** An answer as it stands; an item never answered has revision 0, value null and an empty note. */
export type CurrentAnswer = Partial<AnswerMarks> & {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly revision: number;
  readonly toConfirm: boolean;
};

/** An answer someone wants to give, and the revision it was based on. */
export type Change = Partial<AnswerMarks> & {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly revision: number;
};

export const neverAnswered: CurrentAnswer = { value: null, note: '', revision: 0, toConfirm: false, ...noMarks };

export type AnswerDecision =
  | { readonly kind: 'write'; readonly revision: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'not-valid'; readonly fault: Fault };

function faultOf(item: Item, scale: Scale, { value, note }: Change): Fault | undefined {
  if (note.length > longestNote) {
    return { item: item.id, field: 'note', code: 'note-too-long', message: `メモは${longestNote}文字までです。` };
  }
  if (value === null) return undefined;
  const chosen = scale.values.find((allowed) => allowed.value === value);
  if (!chosen) {
    const allowed = scale.values.map(({ label }) => `「${label}」`).join('');
    return {
      item: item.id,
      field: 'value',
      code: 'value-not-allowed',
      message: `この設問では${allowed}から選んでください。`,
    };
  }
  if (chosen.needsNote && note.trim() === '') {
    return { item: item.id, field: 'note', code: 'note-missing', message: '対象外の理由をメモに書いてください。' };
  }
  return undefined;
}

/**
 * What becomes of a change: written with the next revision; nothing where it says what already stands; refused where
 * the run is submitted, another change came first, the value does not fit the scale, or a day or a conclusion is none it
 * can have.
 */
export function decideAnswer(
  run: { readonly status: RunStatus; readonly purpose: RunPurpose; readonly scale: Scale; readonly days: DayFrame },
  item: Item,
  current: CurrentAnswer,
  change: Change,
): AnswerDecision {
  if (run.status === 'submitted') return { kind: 'locked' };
  const same = change.value === current.value && change.note === current.note && sameMarks(change, current);
  if (same && !current.toConfirm) return { kind: 'unchanged' };
  if (change.revision !== current.revision) return { kind: 'stale' };
  const marked = { value: change.value, note: change.note, ...marksOf(change) };
  const fault =
    faultOf(item, run.scale, change) ??
    dayFaults(item.id, marked, run.days)[0] ??
    conclusionFaults(item.id, marked, run.purpose)[0];
  return fault ? { kind: 'not-valid', fault } : { kind: 'write', revision: current.revision + 1 };
}
