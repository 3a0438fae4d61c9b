import type { Answer } from './run.ts';

type Placed = Pick<Answer, 'itemId' | 'value' | 'revision' | 'toConfirm'>;
type Counted<A> = { readonly answers: readonly A[]; readonly answered: number; readonly toConfirm: number };

/**
 * The run with an answer in its place, unless a newer one stands there; its counts follow. Answers may come in any order
 * and more than once: what stands in the end is the newest of each item.
 */
export function withAnswer<A extends Placed, R extends Counted<A>>(run: R, answer: A): R {
  const at = run.answers.findIndex(({ itemId }) => itemId === answer.itemId);
  const before = run.answers[at];
  if (before && before.revision >= answer.revision) return run;
  return {
    ...run,
    answers: before ? run.answers.with(at, answer) : [...run.answers, answer],
    answered: run.answered + given(answer) - given(before),
    toConfirm: run.toConfirm + waiting(answer) - waiting(before),
  };
}

// The counts are of all answers of the run, of which a person may see a part only.
const given = (answer: Placed | undefined) => ((answer?.value ?? null) === null ? 0 : 1);
const waiting = (answer: Placed | undefined) => (answer?.toConfirm ? 1 : 0);
