import type { AnswerView, RunView } from './queries.ts';

/** The run with an answer in its place, unless a newer one stands there; its counts follow. */
export function withAnswer(run: RunView, answer: AnswerView): RunView {
  const before = run.answers.find(({ itemId }) => itemId === answer.itemId);
  if (before && before.revision > answer.revision) return run;
  return {
    ...run,
    answers: [...run.answers.filter((other) => other !== before), answer],
    answered: run.answered + given(answer) - given(before),
    toConfirm: run.toConfirm + waiting(answer) - waiting(before),
  };
}

// The counts are of all answers of the run, of which a person may see a part only.
const given = (answer: AnswerView | undefined) => ((answer?.value ?? null) === null ? 0 : 1);
const waiting = (answer: AnswerView | undefined) => (answer?.toConfirm ? 1 : 0);
