import { answerLabel } from '../../catalogue/answer-label.ts';
import { doubtOf } from '../../catalogue/doubt.ts';
import type { AnswerValue, Area, Item, Sheet } from '../../catalogue/sheet.ts';
import { establishedLines } from '../../evidence/established.ts';
import { areaScoreText } from '../score-text.ts';
import type { EstablishedPart } from './established-part.ts';
import type { ReportInput } from './report-input.ts';

/** One answer as it stands in the appendix. */
export type AnswerLine = {
  readonly item: string;
  readonly text: string;
  readonly value: AnswerValue | null;
  /** 「1 一部だけ、または人に頼っている」, 「未回答」. */
  readonly answer: string;
  /** What was answered last time, where it differs. */
  readonly before: string | null;
  /** What audits and drills established of it, a line each. */
  readonly established: readonly string[];
  readonly note: string;
  /** Stands at 0, 1, "don't know", いいえ or nothing. */
  readonly low: boolean;
  readonly unverified: boolean;
};

/** The answers of one area as they stand in the appendix. */
export type AnswerGroup = {
  readonly area: string;
  readonly title: string;
  readonly scoreText: string | null;
  readonly lines: readonly AnswerLine[];
};

/** All answers by area; with a network run beside it, its answers follow. */
export function answerGroups(input: ReportInput, established: EstablishedPart | null): readonly AnswerGroup[] {
  const { sheet, answers, result, previous, network } = input;
  const before = new Map(previous?.change.items.map((item) => [item.item, item.before]));
  const facts = new Map(established?.lines.map((line) => [line.item, establishedLines(line)]));
  const score = new Map(result.areas.map((area) => [area.id, areaScoreText(area.score)]));
  const own = sheet.areas.map((area) =>
    group(area, { sheet, answers, before, facts, scoreText: score.get(area.id) ?? null }),
  );
  const beside = network?.sheet.areas.map((area) =>
    group(area, { ...network, before: new Map(), facts: new Map(), scoreText: null }),
  );
  return [...own, ...(beside ?? [])];
}

type Beside = Pick<ReportInput, 'sheet' | 'answers'> & {
  readonly before: ReadonlyMap<string, AnswerValue | null>;
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly scoreText: string | null;
};

function group(area: Area, { sheet, answers, before, facts, scoreText }: Beside): AnswerGroup {
  const isNetwork = sheet.id === 'network-level';
  const line = (item: Item): AnswerLine => {
    const { value = null, note = '' } = answers.get(item.id) ?? {};
    return {
      item: item.id,
      text: item.text,
      value,
      answer: labelOf(value, sheet),
      before: before.has(item.id) ? labelOf(before.get(item.id) ?? null, sheet) : null,
      established: facts.get(item.id) ?? [],
      note: note.trim(),
      low: value === null || lowValues.includes(value),
      unverified: doubtOf(item) !== null,
    };
  };
  return {
    area: isNetwork ? '' : area.id,
    title: isNetwork ? `ネットワーク：${area.title}` : area.title,
    scoreText,
    lines: area.items.map(line),
  };
}

const lowValues: readonly AnswerValue[] = ['0', '1', 'unknown', 'no'];

function labelOf(value: AnswerValue | null, { scale }: Sheet): string {
  return value === null ? '未回答' : answerLabel(value, scale);
}
