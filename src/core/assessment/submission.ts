import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { type AnswerDays, lackingDays } from '../sheet/checklist.ts';
import type { RunStatus } from '../sheet/run.ts';
import { setAsideItems } from '../sheet/set-aside.ts';

type Answered = Partial<AnswerDays> & { readonly value: string | null; readonly toConfirm: boolean };

/** A run as it stands before submission. */
export type Draft = {
  readonly status: RunStatus;
  readonly answers: ReadonlyMap<string, Answered>;
  readonly withoutVendor?: boolean;
};
/** Whether a run can be submitted, or why not and which items stand in the way. */
export type Submission =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'assessment/already-submitted' }
  | {
      readonly accepted: false;
      readonly reason: 'assessment/unanswered' | 'assessment/to-confirm' | 'assessment/days-missing';
      readonly items: readonly string[];
    };

/**
 * A run can be submitted once, when every item that is not set aside is answered, nothing carried over is left unconfirmed
 * and, of a checklist, every answer has its days.
 */
export function decideSubmission(sheet: Sheet, { status, answers, withoutVendor = false }: Draft): Submission {
  if (status === 'submitted') return { accepted: false, reason: 'assessment/already-submitted' };
  const aside = setAsideItems(sheet, (id) => answers.get(id)?.value ?? null, { withoutVendor });
  const asked = itemsOf(sheet).flatMap(({ id }) => (aside.has(id) ? [] : id));
  const unanswered = asked.filter((id) => (answers.get(id)?.value ?? null) === null);
  if (unanswered.length > 0) return { accepted: false, reason: 'assessment/unanswered', items: unanswered };
  const toConfirm = asked.filter((id) => answers.get(id)?.toConfirm);
  if (toConfirm.length > 0) return { accepted: false, reason: 'assessment/to-confirm', items: toConfirm };
  const undated = asked.filter((id) => lackingDays(sheet, id, answers.get(id) ?? { value: null }).length > 0);
  if (undated.length > 0) return { accepted: false, reason: 'assessment/days-missing', items: undated };
  return { accepted: true };
}
