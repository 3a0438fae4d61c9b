import type { RequestEdit } from '#core/plan/decision/request.ts';
import { type RequestText, requestTexts } from '#core/plan/decision/request-text.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { yenOf } from '../typed-amount.ts';

/** A request while it is typed. */
export type RequestDraft = Omit<RequestEdit, 'cost' | 'neededBy'> & {
  readonly cost: string;
  readonly neededBy: string;
};

export const emptyRequest: RequestDraft = {
  kind: 'budget',
  title: '',
  matter: '',
  cost: '',
  effect: '',
  waiting: '',
  neededBy: '',
};

export const draftOf = ({ kind, title, matter, cost, effect, waiting, neededBy }: RequestEdit): RequestDraft => ({
  kind,
  title,
  matter,
  cost: cost === null ? '' : String(cost),
  effect,
  waiting,
  neededBy: neededBy ?? '',
});

const yenFault = '金額を数字で入力してください（例：120,000、12万）。まだ分からなければ、空にします。';

const isMissing = (draft: RequestDraft, field: RequestText) => draft[field].trim() === '';

/** What was typed as the request to send, or what is missing or wrong. */
export function requestOf(draft: RequestDraft): { readonly edit: RequestEdit } | { readonly faults: FieldFaults } {
  const cost = draft.cost.trim() === '' ? null : yenOf(draft.cost);
  const fields = Object.keys(requestTexts) as RequestText[];
  const missing = fields.filter((field) => isMissing(draft, field));
  const faults: FieldFaults = {
    ...Object.fromEntries(missing.map((field) => [field, requestTexts[field].missing])),
    ...(cost === undefined && { cost: yenFault }),
  };
  if (cost === undefined || missing.length > 0) return { faults };
  return { edit: { ...draft, cost, neededBy: draft.neededBy || null } };
}
