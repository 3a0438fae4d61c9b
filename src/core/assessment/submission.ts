import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import type { RunStatus } from '../sheet/run.ts';

/** A run as it stands before submission. */
export type Draft = {
  readonly status: RunStatus;
  readonly answers: ReadonlyMap<string, { readonly value: string | null; readonly toConfirm: boolean }>;
};
/** Whether a run can be submitted, or why not and which items stand in the way. */
export type Submission =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'assessment/already-submitted' }
  | {
      readonly accepted: false;
      readonly reason: 'assessment/unanswered' | 'assessment/to-confirm';
      readonly items: readonly string[];
    };

/** A run can be submitted once, when every item is answered and nothing carried over is left unconfirmed. */
export function decideSubmission(sheet: Sheet, { status, answers }: Draft): Submission {
  if (status === 'submitted') return { accepted: false, reason: 'assessment/already-submitted' };
  const ids = itemsOf(sheet).map(({ id }) => id);
  const unanswered = ids.filter((id) => (answers.get(id)?.value ?? null) === null);
  if (unanswered.length > 0) return { accepted: false, reason: 'assessment/unanswered', items: unanswered };
  const toConfirm = ids.filter((id) => answers.get(id)?.toConfirm);
  if (toConfirm.length > 0) return { accepted: false, reason: 'assessment/to-confirm', items: toConfirm };
  return { accepted: true };
}
