import { type AnswerValue, itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import type { MadeAnswer } from './made-answers.ts';

/** What the sheet's own links leave open, and the questions of the small-facility sheet on the same facts. */
const moreFacts: Readonly<Record<string, readonly string[]>> = { N12: ['H03-2'] };
const smallFacts: Readonly<Record<string, readonly string[]>> = {
  N1: ['S3'],
  N2: ['S4-2'],
  N3: ['S4-1'],
  N4: ['S4-1', 'S9'],
  N5: ['S4-1', 'S5-1'],
  N6: ['S7'],
  N7: ['S7', 'S6'],
  N8: ['S7', 'S2'],
  N9: ['S3', 'S4-2'],
  N10: ['S4-2', 'S6'],
  N11: ['S3', 'S9'],
  N12: ['S4-2', 'S9'],
};

function factsBehind(id: string, near: readonly string[], small: boolean): readonly string[] {
  return small ? (smallFacts[id] ?? []) : [...near, ...(moreFacts[id] ?? [])];
}

const doneFrom2: readonly AnswerValue[] = ['2', '3', 'not-applicable'];
const doneFrom3: readonly AnswerValue[] = ['3', 'not-applicable'];
/** A small house writes down and separates little: these take more than a rule. */
const hardForSmall = ['N4', 'N8', 'N10', 'N11', 'N12'];

/** はい where everything asked about the same facts is done, 分からない where only knowledge is missing. */
function yesOrNo(values: readonly AnswerValue[], done: readonly AnswerValue[]): AnswerValue {
  if (values.every((value) => done.includes(value))) return 'yes';
  return values.every((value) => done.includes(value) || value === 'unknown') ? 'unknown' : 'no';
}

/** The network-level answers that agree with a facility's answers to its own sheet. */
export function networkAnswers(sheet: Sheet, own: readonly MadeAnswer[], small: boolean): readonly MadeAnswer[] {
  const values = new Map(own.map(({ itemId, value }) => [itemId, value]));
  return itemsOf(sheet).map(({ id, near = [] }) => {
    const facts = factsBehind(id, near, small).flatMap((fact) => values.get(fact) ?? []);
    const done = small && hardForSmall.includes(id) ? doneFrom3 : doneFrom2;
    return { itemId: id, value: yesOrNo(facts, done), note: '' };
  });
}
