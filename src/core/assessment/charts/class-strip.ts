import { centreShift, type Drawing, type Point, type Shape, textWidth } from '../../kernel/drawing.ts';
import { isLower } from '../score-order.ts';
import { sheetScoreText } from '../score-text.ts';
import { lettering, palette } from './palette.ts';

/** Where a score stands among the other facilities of its class; all scores are 0–3. */
export type ClassStanding = {
  readonly you: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  /** How many other facilities are in the class. */
  readonly others: number;
  /** 0–100: the share of the class that stands lower, ties counted half. */
  readonly percentile: number;
};

const width = 560;
const height = 106;
const left = 24;
const right = width - 24;
const middle = 52;
const full = 3;

/** The class as a strip from 0 to 3: the middle half as a band, the median as a line, you as a diamond. */
export function classStrip(standing: ClassStanding): Drawing {
  return {
    width,
    height,
    title: '同規模の施設との比較（総合、0〜3点）',
    description: classFinding(standing),
    shapes: [...axis(), ...middleHalf(standing), ...you(standing.you)],
  };
}

/** What the strip says, in words. */
export function classFinding({ you, median, lowerQuartile, upperQuartile, others, percentile }: ClassStanding): string {
  const side = isLower(median, you) ? '上' : isLower(you, median) ? '下' : '同じ';
  const seen = side === '同じ' ? 'と同じです' : `より${side}です`;
  return (
    `この施設は${sheetScoreText(you)}点。同規模${others}施設の中央値${sheetScoreText(median)}点${seen}` +
    `（半数の施設は${sheetScoreText(lowerQuartile)}〜${sheetScoreText(upperQuartile)}点）。低い方から${Math.round(percentile)}％の位置です。`
  );
}

function x(score: number): number {
  return left + ((right - left) * score) / full;
}

function axis(): Shape[] {
  const ticks = [0, 1, 2, 3].flatMap((score): Shape[] => [
    { kind: 'line', from: [x(score), middle - 4], to: [x(score), middle + 4], stroke: palette.edge },
    text(String(score), [x(score), middle + 46], palette.before),
  ]);
  return [{ kind: 'line', from: [left, middle], to: [right, middle], stroke: palette.edge }, ...ticks];
}

function middleHalf({ lowerQuartile, median, upperQuartile }: ClassStanding): Shape[] {
  const band: Shape = {
    kind: 'rect',
    at: [x(lowerQuartile), middle - 9],
    width: Math.max(x(upperQuartile) - x(lowerQuartile), 2),
    height: 18,
    rounding: 3,
    fill: palette.faint,
    stroke: palette.edge,
  };
  const line: Shape = {
    kind: 'line',
    from: [x(median), middle - 12],
    to: [x(median), middle + 12],
    stroke: palette.ink,
    strokeWidth: 2,
  };
  return [band, line, text(`中央値 ${sheetScoreText(median)}`, [x(median), middle + 26], palette.soft)];
}

function you(score: number): Shape[] {
  const [at, half] = [x(score), 7];
  const points: Point[] = [
    [at, middle - half],
    [at + half, middle],
    [at, middle + half],
    [at - half, middle],
  ];
  return [
    { kind: 'polygon', points, fill: palette.now, stroke: palette.paper, strokeWidth: 1.5 },
    text(`この施設 ${sheetScoreText(score)}`, [at, middle - 20], palette.now, true),
  ];
}

function text(content: string, [at, line]: Point, fill: string, bold = false): Shape {
  const size = bold ? lettering.name : lettering.note;
  const room = textWidth(content, size) / 2;
  const held = Math.min(Math.max(at, room), width - room);
  return { kind: 'text', at: [held, line + centreShift(size)], text: content, size, fill, anchor: 'middle', bold };
}
