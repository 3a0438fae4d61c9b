import type { Change } from '#core/assessment/change.ts';
import type { AnswerValue } from '#core/catalogue/sheet.ts';

type ItemChange = Change['items'][number];

export type AnswerChanges = {
  readonly risen: readonly ItemChange[];
  readonly fallen: readonly ItemChange[];
  /** Neither: between 「対象外」 or 「分からない」 and something of no other worth. */
  readonly other: readonly ItemChange[];
};

const yesNo: readonly (AnswerValue | null)[] = ['yes', 'no', 'unknown'];

function directionOf({ before, after, change }: ItemChange): number {
  if (change !== null) return change;
  if (!yesNo.includes(before) || !yesNo.includes(after)) return 0;
  return Number(after === 'yes') - Number(before === 'yes');
}

/** The items answered differently than last time; what is still open is no change. */
export function answerChanges(items: Change['items']): AnswerChanges {
  const answered = items.filter(({ before, after }) => before !== null && after !== null);
  return {
    risen: answered.filter((item) => directionOf(item) > 0),
    fallen: answered.filter((item) => directionOf(item) < 0),
    other: answered.filter((item) => directionOf(item) === 0),
  };
}
