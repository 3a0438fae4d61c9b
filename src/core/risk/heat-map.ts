import { z } from 'zod';
import { lettering, palette } from '../assessment/charts/palette.ts';
import type { Drawing, Label, Shape } from '../kernel/drawing.ts';
import { type Band, bands, bandTitles } from './band.ts';
import type { Criteria, Level } from './criteria.ts';
import { bandOf, estimateSchema, levelOf, levelsIn } from './level.ts';

/** How many risks stand at one place of the map. */
export const cellSchema = estimateSchema.extend({ risks: z.number().int() });
export type Cell = z.infer<typeof cellSchema>;

/** How wide the map is drawn: for a page, or for a phone, where lettering is to stay as large. */
export type MapSize = 'wide' | 'narrow';

/** In units of the drawing; `inLine` letters of a name stand in a line. */
const frames = {
  wide: { width: 600, left: 132, beside: 12, count: 18, inLine: { impact: 7, likelihood: 7 } },
  narrow: { width: 330, left: 76, beside: 6, count: 15, inLine: { impact: 5, likelihood: 3 } },
} as const;
const top = 4;
const cellHeight = 54;
const lineHeight = 17;

const looks = {
  calm: { fill: palette.faint, stroke: palette.edge, strokeWidth: 1, ink: palette.ink },
  attention: { fill: palette.attentionGround, stroke: palette.attention, strokeWidth: 1, ink: palette.attentionInk },
  urgent: { fill: palette.attentionInk, stroke: palette.attentionInk, strokeWidth: 1, ink: palette.paper },
} as const;

type Place = Pick<Cell, 'likelihood' | 'impact'>;

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The place of a cell in the drawing, in its units: likelihood grows to the right, impact upwards. */
export function cellBox(criteria: Criteria, { likelihood, impact }: Place, size: MapSize = 'wide'): Box {
  const { width, left } = frames[size];
  const cellWidth = (width - 2 - left) / criteria.likelihood.length;
  return {
    x: left + (likelihood - 1) * cellWidth + 2,
    y: top + (criteria.impact.length - impact) * cellHeight + 2,
    width: cellWidth - 4,
    height: cellHeight - 4,
  };
}

/** Risks by likelihood and impact; every cell names its band and how many stand there. */
export function heatMap(criteria: Criteria, cells: readonly Cell[], size: MapSize = 'wide'): Drawing {
  const bottom = top + criteria.impact.length * cellHeight;
  const { width } = frames[size];
  const names = criteria.likelihood.flatMap((level, column) => likelihoodName(criteria, level, column + 1, size));
  const below = Math.max(...names.map(({ at }) => at[1]));
  const places = criteria.impact.flatMap((_, row) =>
    criteria.likelihood.map((__, column) => ({ likelihood: column + 1, impact: row + 1 })),
  );
  return {
    width,
    height: below + 2 * lineHeight,
    title: 'リスクの地図（横は起こりやすさ、縦は影響の大きさ）',
    description: mapFinding(criteria, cells),
    shapes: [
      ...places.flatMap((place) => drawn(criteria, place, countAt(cells, place), size)),
      ...criteria.impact.flatMap((level, row) => impactName(criteria, level, row + 1, size)),
      ...names,
      text('→ 起こりやすさ', [width - 2, below + 1.5 * lineHeight], 'end'),
      text('影響 ↑', [frames[size].left - frames[size].beside, bottom + 18], 'end'),
    ],
  };
}

/** How many risks stand in a band of the map. */
export function countIn(band: Band, criteria: Criteria, cells: readonly Cell[]): number {
  const [from, to] = levelsIn(band, criteria);
  return cells.reduce((all, cell) => (levelOf(cell) >= from && levelOf(cell) <= to ? all + cell.risks : all), 0);
}

/** 「見積もったリスクは12件。急ぐ 2件、注意 6件、様子見 4件。」 */
export function mapFinding(criteria: Criteria, cells: readonly Cell[]): string {
  const all = cells.reduce((sum, { risks }) => sum + risks, 0);
  if (all === 0) return '見積もったリスクは、まだありません。';
  const counts = bands.toReversed().map((band) => `${bandTitles[band]} ${countIn(band, criteria, cells)}件`);
  return `見積もったリスクは${all}件。${counts.join('、')}。`;
}

/** How many risks stand at a place. */
export const countAt = (cells: readonly Cell[], place: Place): number =>
  cells.find(({ likelihood, impact }) => likelihood === place.likelihood && impact === place.impact)?.risks ?? 0;

function drawn(criteria: Criteria, place: Place, risks: number, size: MapSize): Shape[] {
  const { x, y, width: wide, height } = cellBox(criteria, place, size);
  const band = bandOf(levelOf(place), criteria) ?? 'calm';
  const { ink, ...paint } = looks[band];
  const name: Label = { kind: 'text', at: [x + 4, y + 17], text: bandTitles[band], size: lettering.note, fill: ink };
  const words = `${risks.toLocaleString('ja-JP')}件`;
  const count: Label = { ...name, at: [x + wide - 5, y + height - 9], text: words, anchor: 'end', bold: true };
  return [
    { kind: 'rect', at: [x, y], width: wide, height, rounding: 5, ...paint },
    name,
    ...(risks === 0 ? [] : [{ ...count, size: frames[size].count }]),
  ];
}

const text = (words: string, at: readonly [number, number], anchor: 'middle' | 'end'): Label => ({
  kind: 'text',
  at,
  text: words,
  size: lettering.note,
  fill: palette.soft,
  anchor,
});

/** A name over as many lines as it takes, all about as long. */
function linesOf({ title }: Level, inLine: number): readonly string[] {
  const letters = Array.from(title.trim());
  const lines = Math.max(1, Math.ceil(letters.length / inLine));
  const each = Math.ceil(letters.length / lines);
  return Array.from({ length: lines }, (_, line) => letters.slice(line * each, (line + 1) * each).join(''));
}

function impactName(criteria: Criteria, level: Level, impact: number, size: MapSize): Label[] {
  const { left, beside, inLine } = frames[size];
  const { y, height } = cellBox(criteria, { likelihood: 1, impact }, size);
  const lines = linesOf(level, inLine.impact);
  return lines.map((line, index) =>
    text(line, [left - beside, y + height / 2 + 5 + (index - (lines.length - 1) / 2) * lineHeight], 'end'),
  );
}

function likelihoodName(criteria: Criteria, level: Level, likelihood: number, size: MapSize): Label[] {
  const { x, y, width, height } = cellBox(criteria, { likelihood, impact: 1 }, size);
  return linesOf(level, frames[size].inLine.likelihood).map((line, index) =>
    text(line, [x + width / 2, y + height + 20 + index * lineHeight], 'middle'),
  );
}
