import type { PlanWishInput } from '#core/plan/contract.ts';
import type { Goal } from '#core/plan/problem.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';

/** What a plan is asked of, while it is typed. */
export type WishDraft = {
  readonly budget: string;
  readonly personDays: string;
  readonly goal: Goal;
  readonly excluded: readonly string[];
};

export const emptyWish: WishDraft = { budget: '', personDays: '', goal: 'weakest', excluded: [] };

/** A number as people type it: any width, with commas, blanks and its unit. */
const plain = (typed: string, unit: RegExp) =>
  typed
    .normalize('NFKC')
    .replace(/[\s,、]/g, '')
    .replace(unit, '');

/** 「50万」 is 500,000. */
function yenOf(typed: string): number | undefined {
  const text = plain(typed, /円$/);
  const [, tens] = /^(\d{1,8}(?:\.\d{1,4})?)万$/.exec(text) ?? [];
  if (tens !== undefined) return Math.round(Number(tens) * 10_000);
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

function daysOf(typed: string): number | undefined {
  const text = plain(typed, /(人日|日)$/);
  return /^\d{1,5}(\.\d)?$/.test(text) ? Number(text) : undefined;
}

/** What was typed as the wish to send, or what is missing or wrong. */
export function wishOf(draft: WishDraft): { readonly wish: PlanWishInput } | { readonly faults: FieldFaults } {
  const [budget, personDays] = [yenOf(draft.budget), daysOf(draft.personDays)];
  if (budget === undefined || personDays === undefined) {
    return {
      faults: {
        ...(budget === undefined && {
          budget: '予算を、円の数字で入力してください（例: 500000、50万）。なければ 0 です。',
        }),
        ...(personDays === undefined && { personDays: '人日を、数字で入力してください（例: 40、0.5）。' }),
      },
    };
  }
  return { wish: { budget, personDays, goal: draft.goal, excluded: [...draft.excluded] } };
}
