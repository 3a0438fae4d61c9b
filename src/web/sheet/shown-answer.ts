import type { Scale } from '#core/catalogue/sheet.ts';
import { lacksReason } from './card/reason.ts';
import type { AnswerView } from './queries.ts';
import { type Change, changeOf, type Draft } from './saving/draft.ts';

/** An answer as the page shows it: what the person has chosen, saved or not, else what stands. */
export type ShownAnswer = Change & {
  readonly toConfirm: boolean;
  readonly draft: Draft | undefined;
  readonly standing: AnswerView | undefined;
};

export function shownAnswer(standing: AnswerView | undefined, draft: Draft | undefined): ShownAnswer {
  const says = changeOf(draft ?? standing ?? { value: null, note: '' });
  return { ...says, toConfirm: draft === undefined && standing?.toConfirm === true, draft, standing };
}

/** Whether the item counts as answered: a value, and with 「対象外」 its reason. */
export function isAnswered(scale: Scale, answer: Change | undefined): boolean {
  return answer !== undefined && answer.value !== null && !lacksReason(scale, answer);
}
