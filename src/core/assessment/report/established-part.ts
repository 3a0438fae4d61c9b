import { answerLabel } from '../../catalogue/answer-label.ts';
import { type AnswerValue, itemsOf } from '../../catalogue/sheet.ts';
import {
  belowClaims,
  type Established,
  type EstablishedBeside,
  establishedBeside,
  establishedSince,
} from '../../evidence/established.ts';
import { type Scores, scoreSheet } from '../scoring.ts';
import type { ReportInput } from './report-input.ts';

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
export type Facts = {
  /** Those below what is claimed, in the order of the sheet. */
  readonly lower: readonly EstablishedLine[];
  readonly scores: Scores;
};

type EstablishedInput = Pick<ReportInput, 'sheet' | 'answers'> & {
  readonly fiscalYear: number | undefined;
  readonly established: readonly Established[];
};

/** The values established at items of the sheet, each beside its answer in this run; null where there is none. */
export function establishedPart(input: EstablishedInput): EstablishedPart | null {
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

function factsOf(
  { sheet, answers, established, fiscalYear }: EstablishedInput,
  lines: readonly EstablishedLine[],
): Facts | null {
  const below = belowClaims(established, answers, { scale: sheet.scale, fiscalYear });
  const lower = lines.filter(({ item }) => below.has(item));
  if (lower.length === 0) return null;
  const real = new Map<string, { value: AnswerValue | null }>(answers);
  for (const { itemId, value } of establishedSince(established, fiscalYear)) real.set(itemId, { value });
  return { lower, scores: scoreSheet(sheet, real) };
}
