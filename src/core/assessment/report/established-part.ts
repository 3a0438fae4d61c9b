import { answerLabel } from '../../catalogue/answer-label.ts';
import { type AnswerValue, itemsOf } from '../../catalogue/sheet.ts';
import { type Established, type EstablishedKind, establishedTitles } from '../../evidence/established.ts';
import { japaneseDay } from '../../kernel/fiscal-year.ts';
import type { ReportInput } from './report-input.ts';

/** A value an audit or a drill established, in words, and the day it did: 「1 一部だけ」, 「令和8年11月5日」. */
export type EstablishedWords = { readonly answer: string; readonly day: string };

/** One item at which a value was established, beside what the facility claims. */
export type EstablishedLine = {
  readonly item: string;
  readonly text: string;
  readonly claimed: string;
  readonly audited: EstablishedWords | null;
  readonly exercised: EstablishedWords | null;
  readonly differs: boolean;
};

/** What audits and drills established of the items of a run; those that differ from what is claimed come first. */
export type EstablishedPart = {
  readonly lines: readonly EstablishedLine[];
  /** Whether a drill established any, so that a column of it says something. */
  readonly isExercised: boolean;
  /** 「12問のうち、違うのは3問」. */
  readonly summary: string;
};

type EstablishedInput = Pick<ReportInput, 'sheet' | 'answers'> & { readonly established: readonly Established[] };

/** The values established at items of the sheet, each beside its answer in this run; null where there is none. */
export function establishedPart({ sheet, answers, established }: EstablishedInput): EstablishedPart | null {
  const byItem = Map.groupBy(established, ({ itemId }) => itemId);
  const label = (value: AnswerValue | null) => (value === null ? '未回答' : answerLabel(value, sheet.scale));
  const lines = itemsOf(sheet).flatMap(({ id, text }): EstablishedLine[] => {
    const values = byItem.get(id);
    if (!values) return [];
    const claimed = answers.get(id)?.value ?? null;
    const words = (kind: EstablishedKind) => {
      const found = values.find((one) => one.kind === kind);
      return found ? { answer: label(found.value), day: japaneseDay(found.on) } : null;
    };
    return [
      {
        item: id,
        text,
        claimed: label(claimed),
        audited: words('audited'),
        exercised: words('exercised'),
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
  };
}

/** What was established of an item, as it stands below its answer: 「監査では 1 一部だけ（令和8年11月5日）」. */
export const establishedLines = ({ audited, exercised }: EstablishedLine): readonly string[] => [
  ...(audited ? [`${establishedTitles.audited}では ${audited.answer}（${audited.day}）`] : []),
  ...(exercised ? [`${establishedTitles.exercised}では ${exercised.answer}（${exercised.day}）`] : []),
];
