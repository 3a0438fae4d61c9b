import { answerLabel } from '../../catalogue/answer-label.ts';
import { type AnswerValue, itemsOf } from '../../catalogue/sheet.ts';
import { type EstablishedBeside, establishedBeside } from '../../evidence/established.ts';
import { type Proven, type ProvenInput, provenOf } from '../proven.ts';

/** One item at which a value was established, beside what the facility claims. */
export type EstablishedLine = EstablishedBeside & {
  readonly item: string;
  readonly text: string;
  readonly claimed: string;
  readonly differs: boolean;
};

/** What audits and drills established of the items of a run; those that differ from what is claimed come first. */
export type EstablishedPart = {
  readonly lines: readonly EstablishedLine[];
  /** Whether a drill established any, so that a column of it says something. */
  readonly isExercised: boolean;
  /** 「12問のうち、違うのは3問」. */
  readonly summary: string;
  readonly facts: Facts | null;
};

/** What the run would come to with the values that were established in its fiscal year or later; null where none is below its answer. */
export type Facts = Pick<Proven, 'scores'> & {
  /** Those below what is claimed, in the order of the sheet. */
  readonly lower: readonly EstablishedLine[];
};

/** The values established at items of the sheet, each beside its answer in this run; null where there is none. */
export function establishedPart(input: ProvenInput): EstablishedPart | null {
  const { sheet, answers, established } = input;
  const byItem = Map.groupBy(established, ({ itemId }) => itemId);
  const label = (value: AnswerValue | null) => (value === null ? '未回答' : answerLabel(value, sheet.scale));
  const lines = itemsOf(sheet).flatMap(({ id, text }): EstablishedLine[] => {
    const values = byItem.get(id);
    if (!values) return [];
    const claimed = answers.get(id)?.value ?? null;
    const { audited, exercised } = establishedBeside(values, sheet.scale);
    return [
      {
        item: id,
        text,
        claimed: label(claimed),
        audited,
        exercised,
        differs: values.some(({ value }) => value !== claimed),
      },
    ];
  });
  if (lines.length === 0) return null;
  const differing = lines.filter(({ differs }) => differs);
  return {
    lines: [...differing, ...lines.filter(({ differs }) => !differs)],
    isExercised: lines.some(({ exercised }) => exercised !== null),
    summary: `${lines.length}問のうち、違うのは${differing.length}問`,
    facts: factsOf(input, lines),
  };
}

function factsOf(input: ProvenInput, lines: readonly EstablishedLine[]): Facts | null {
  const proven = provenOf(input);
  if (!proven) return null;
  return { lower: lines.filter(({ item }) => proven.below.has(item)), scores: proven.scores };
}

/** Said where others or the executives are compared with, whose values nobody has looked into; empty where the claims stand. */
export const claimsCompared = (facts: Facts | null): string =>
  facts ? '比べているのは、どちらも自己点検で答えた値です。監査や訓練で確かめた値ではありません。' : '';
