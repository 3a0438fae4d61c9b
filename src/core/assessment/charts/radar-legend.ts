import { type Point, type Shape, textWidth } from '../../kernel/drawing.ts';
import { lettering, palette } from './palette.ts';

type Entry = { readonly text: string; readonly mark: (at: Point) => Shape };

/** Which outlines the radar has beside that of now. */
export type RadarLines = { readonly hasBefore: boolean; readonly hasProven: boolean };

const size = lettering.note;
const markWidth = 26;
const gap = 18;

/** Explains the marks of the radar in one row, centred on `at`. */
export function radarLegend({ hasBefore, hasProven }: RadarLines, at: Point): Shape[] {
  const entries = [
    now,
    ...(hasProven ? [proven] : []),
    ...(hasBefore ? [before] : []),
    line,
    hasProven ? weakShort : weak,
  ];
  const widths = entries.map(({ text }) => markWidth + 6 + textWidth(text, size));
  const total = widths.reduce((sum, width) => sum + width + gap, -gap);
  let x = at[0] - total / 2;
  return entries.flatMap(({ text, mark }, index): Shape[] => {
    const from: Point = [x, at[1] - size * 0.36];
    const label: Shape = { kind: 'text', at: [x + markWidth + 6, at[1]], text, size, fill: palette.soft };
    x += (widths[index] ?? 0) + gap;
    return [mark(from), label];
  });
}

/** The outline of what was established: dashes and dots in ink, with a diamond where it differs from what is claimed. */
export const provenLine = { stroke: palette.ink, strokeWidth: 1.5, dash: [9, 3, 2, 3] };

export function provenMark([x, y]: Point): Shape {
  const reach = 4.5;
  const points: Point[] = [
    [x, y - reach],
    [x + reach, y],
    [x, y + reach],
    [x - reach, y],
  ];
  return { kind: 'polygon', points, fill: palette.ink, stroke: palette.paper };
}

const stroke = (from: Point, paint: { stroke: string; strokeWidth: number; dash?: number[] }): Shape => {
  return { kind: 'line', from, to: [from[0] + markWidth, from[1]], ...paint };
};
const now: Entry = { text: '今回', mark: (at) => stroke(at, { stroke: palette.now, strokeWidth: 2.25 }) };
const before: Entry = {
  text: '前回',
  mark: (at) => stroke(at, { stroke: palette.before, strokeWidth: 1, dash: [6, 4] }),
};
const proven: Entry = {
  text: '監査・訓練',
  mark: (at) => ({
    kind: 'group',
    shapes: [stroke(at, provenLine), provenMark([at[0] + markWidth / 2, at[1]])],
  }),
};
const line: Entry = {
  text: '1.5の線',
  mark: (at) => stroke(at, { stroke: palette.attention, strokeWidth: 1.25, dash: [2, 3] }),
};
const weak: Entry = {
  text: '対策が要る分野（1.5以下）',
  mark: ([x, y]) => ({ kind: 'circle', centre: [x + markWidth - 6, y], radius: 4.5, fill: palette.attention }),
};
const weakShort: Entry = { ...weak, text: '対策が要る分野' };
