import { itemsOf } from '#core/catalogue/sheet.ts';
import type { ShownResult } from './shown-result.ts';

/** How a result is to be read where the number alone would mislead: nothing but 0, nothing but "don't know", nothing that counts. */
export function readingNote({ sheet, answers, result }: Pick<ShownResult, 'sheet' | 'answers' | 'result'>): string {
  if (result.network) return '';
  const values = itemsOf(sheet).flatMap(({ id }) => answers.get(id)?.value ?? []);
  const counted = values.filter((value) => value !== 'not-applicable');
  if (values.length > 0 && counted.length === 0) {
    return `答えた${values.length}問がすべて「対象外」のため、点は出ません。0点という意味ではありません。`;
  }
  if (counted.length === 0 || result.score !== 0) return '';
  if (counted.every((value) => value === 'unknown')) {
    return `${counted.length}問すべてが「分からない」です。点は0として数えていますが、していないとは限りません。知っている人に聞いて答えを入れ直すと、変わります。`;
  }
  if (counted.every((value) => value === '0')) {
    return `未回答ではありません。${counted.length}問すべてに「していない」と答えた、今の姿です。ここから上がるだけです。`;
  }
  return `未回答ではありません。答えた${counted.length}問が、すべて「していない」か「分からない」です。`;
}

/** What to begin with, and what the beginning takes. */
export type Beginning = {
  /** Title of the area the measure is of; a step of the network is of none. */
  readonly area?: string;
  readonly title: string;
  readonly count: number;
  readonly cost: string;
  readonly effort: string;
};

/** The first measure or network step, with the total of those to begin with; null where there is none. */
export function beginningOf({ measures, network, scores }: ShownResult['report']): Beginning | null {
  const [first] = measures?.firstSix ?? [];
  if (measures && first) return { title: first.title, count: measures.firstSix.length, ...measures.firstTotal };
  if (scores || !network) return null;
  const needed = network.steps.filter(({ optional }) => !optional);
  const [step] = needed;
  return step ? { title: step.action, count: needed.length, ...network.total } : null;
}
