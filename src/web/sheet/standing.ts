import type { AnswerView, RunView } from './queries.ts';

/** The run with an answer in its place, unless a newer one stands there; its counts follow. */
export function withAnswer(run: RunView, answer: AnswerView): RunView {
  const before = run.answers.find(({ itemId }) => itemId === answer.itemId);
  if (before && before.revision > answer.revision) return run;
  const answers = [...run.answers.filter((other) => other !== before), answer];
  return {
    ...run,
    answers,
    answered: answers.filter(({ value }) => value !== null).length,
    toConfirm: answers.filter(({ toConfirm }) => toConfirm).length,
  };
}
