import type { Item } from '#core/catalogue/sheet.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { neverAnswered } from '#core/sheet/answer-change.ts';
import type { AnswerMarks } from '#core/sheet/answer-marks.ts';
import { type AnswerDays, daysOf, isChecklist, needsTarget } from '#core/sheet/checklist.ts';
import type { Conclusion } from '#core/sheet/conclusion.ts';
import { type Answering, useAnswering } from '../answering.ts';
import { type Change, changeOf } from '../saving/draft.ts';
import { type ShownAnswer, shownAnswer } from '../shown-answer.ts';

const whileTyping = 800;

export type ItemAnswering = {
  readonly answer: ShownAnswer;
  /** Saves a choice at once. */
  readonly choose: (change: Omit<Change, keyof AnswerMarks>) => void;
  /** Saves what is typed when typing pauses. */
  readonly type: (note: string) => void;
  /** Saves the days of a checklist when typing pauses. */
  readonly date: (days: AnswerDays) => void;
  /** Saves the conclusion of an audit at once. */
  readonly conclude: (conclusion: Conclusion) => void;
  readonly leaveNote: () => void;
};

/** What was concluded of an answer stands until somebody concludes anew; of none nothing is concluded. */
const withConclusion = (answer: ShownAnswer, change: Change): Change =>
  answer.conclusion && change.value !== null ? { ...change, conclusion: answer.conclusion } : change;

/** A choice in a checklist is confirmed today unless it says what was said before; a target stands only where one is asked for. */
function withDays({ sheet }: Answering, item: Item, answer: ShownAnswer, change: Change): Change {
  if (!isChecklist(sheet.id) || change.value === null) return withConclusion(answer, change);
  const { confirmedOn, targetOn } = daysOf(answer);
  const stands = change.value === answer.value && confirmedOn !== null;
  return {
    ...change,
    confirmedOn: stands ? confirmedOn : dayInJapan(new Date()),
    targetOn: needsTarget(sheet.gate, item.id, change.value) ? targetOn : null,
  };
}

/** The answer of one item and the ways to change it. */
export function useItem(item: Item): ItemAnswering {
  const answering = useAnswering();
  const { standings, autosave } = answering;
  const answer = standings.answers.get(item.id) ?? shownAnswer(undefined, undefined);
  const standing = answer.standing ?? neverAnswered;
  return {
    answer,
    choose: (change) => autosave.change(item.id, withDays(answering, item, answer, change), standing),
    type: (note) => autosave.change(item.id, { ...changeOf(answer), note }, standing, whileTyping),
    date: (days) => autosave.change(item.id, { ...changeOf(answer), ...days }, standing, whileTyping),
    conclude: (conclusion) => autosave.change(item.id, { ...changeOf(answer), conclusion }, standing),
    leaveNote: () => autosave.sendNow(item.id),
  };
}
