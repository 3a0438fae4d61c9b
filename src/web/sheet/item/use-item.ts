import type { Item } from '#core/catalogue/sheet.ts';
import { neverAnswered } from '#core/sheet/answer-change.ts';
import { useAnswering } from '../answering.ts';
import type { Change } from '../saving/draft.ts';
import { type ShownAnswer, shownAnswer } from '../shown-answer.ts';

const whileTyping = 800;

export type ItemAnswering = {
  readonly answer: ShownAnswer;
  /** Saves a choice at once. */
  readonly choose: (change: Change) => void;
  /** Saves what is typed when typing pauses. */
  readonly type: (note: string) => void;
  readonly leaveNote: () => void;
};

/** The answer of one item and the ways to change it. */
export function useItem(item: Item): ItemAnswering {
  const { standings, autosave } = useAnswering();
  const answer = standings.answers.get(item.id) ?? shownAnswer(undefined, undefined);
  const standing = answer.standing ?? neverAnswered;
  return {
    answer,
    choose: (change) => autosave.change(item.id, change, standing),
    type: (note) => autosave.change(item.id, { value: answer.value, note }, standing, whileTyping),
    leaveNote: () => autosave.sendNow(item.id),
  };
}
