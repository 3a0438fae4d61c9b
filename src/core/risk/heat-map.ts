import { z } from 'zod';
import { lettering, palette } from '../assessment/charts/palette.ts';
import type { Drawing, Shape } from '../kernel/drawing.ts';
import type { Criteria, Level } from './criteria.ts';
import { type Band, bandOf, bands, bandTitles, estimateSchema, levelOf, levelsIn } from './level.ts';

/** How many risks stand at one place of the map. */
export const cellSchema = estimateSchema.extend({ risks: z.number().int() });
export type Cell = z.infer<typeof cellSchema>;

const width = 600;
const left = 132;
const right = width - 2;
const top = 4;
const cellHeight = 54;

const looks = {
  calm: { fill: palette.faint, stroke: palette.edge, strokeWidth: 1, ink: palette.ink },
  attention: { fill: palette.attentionGround, stroke: palette.attention, strokeWidth: 1, ink: palette.attentionInk },
  urgent: { fill: palette.attentionInk, stroke: palette.attentionInk, strokeWidth: 1, ink: palette.paper },
} as const;

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The place of a cell in the drawing, in its units: likelihood grows to the right, impact upwards. */
export function cellBox(criteria: Criteria, { likelihood, impact }: Pick<Cell, 'likelihood' | 'impact'>): Box {
  const cellWidth = (right - left) / criteria.likelihood.length;
  return {
    ...{ x: left + (likelihood - 1) * cellWidth + 2, y: top + (criteria.impact.length - impact) * cellHeight + 2 },
    ...{ width: cellWidth - 4, height: cellHeight - 4 },
  };
}

/** Risks by likelihood and impact; every cell names its band and how many stand there. */
export function heatMap(criteria: Criteria, cells: readonly Cell[]): Drawing {
  const bottom = top + criteria.impact.length * cellHeight;
  const places = criteria.impact.flatMap((_, row) =>
    criteria.likelihood.map((__, column) => ({ likelihood: column + 1, impact: row + 1 })),
  );
  return {
    width,
    height: bottom + 72,
    title: 'リスクの地図（横は起こりやすさ、縦は影響の大きさ）',
    description: mapFinding(criteria, cells),
    shapes: [
      ...places.flatMap((place) => drawn(criteria, place, countAt(cells, place))),
      ...criteria.impact.flatMap((level, row) =>
        impactName(level, top + (criteria.impact.length - row - 0.5) * cellHeight),
      ),
      ...criteria.likelihood.flatMap((level, column) => likelihoodName(criteria, level, column + 1, bottom)),
      text('→ 起こりやすさ', [right, bottom + 64], 'end'),
      text('影響の大きさ ↑', [left - 12, bottom + 18], 'end'),
    ],
  };
}

/** How many risks stand in a band of the map. */
export function countIn(band: Band, criteria: Criteria, cells: readonly Cell[]): number {
  const [from, to] = levelsIn(band, criteria);
  return cells.reduce((all, cell) => (levelOf(cell) >= from && levelOf(cell) <= to ? all + cell.risks : all), 0);
}

/** 「見積もったリスクは12件。急ぐ 2件、注意 6件、小さい 4件。」 */
export function mapFinding(criteria: Criteria, cells: readonly Cell[]): string {
  const all = cells.reduce((sum, { risks }) => sum + risks, 0);
  if (all === 0) return '見積もったリスクは、まだありません。';
  const counts = bands.toReversed().map((band) => `${bandTitles[band]} ${countIn(band, criteria, cells)}件`);
  return `見積もったリスクは${all}件。${counts.join('、')}。`;
}

/** How many risks stand at a place. */
export const countAt = (cells: readonly Cell[], place: Pick<Cell, 'likelihood' | 'impact'>): number =>
  cells.find(({ likelihood, impact }) => likelihood === place.likelihood && impact === place.impact)?.risks ?? 0;

function drawn(criteria: Criteria, place: Pick<Cell, 'likelihood' | 'impact'>, risks: number): Shape[] {
  const { x, y, width: wide, height } = cellBox(criteria, place);
  const band = bandOf(levelOf(place), criteria) ?? 'calm';
  const { ink, ...paint } = looks[band];
  const name: Shape = { kind: 'text', at: [x + 7, y + 18], text: bandTitles[band], size: lettering.note, fill: ink };
  return [
    { kind: 'rect', at: [x, y], width: wide, height, rounding: 5, ...paint },
    name,
    ...(risks === 0 ? [] : [count(`${risks.toLocaleString('ja-JP')}件`, [x + wide - 8, y + height - 10], ink)]),
  ];
}

const count = (words: string, at: readonly [number, number], fill: string): Shape => ({
  ...{ kind: 'text', at, text: words, size: 18, fill, anchor: 'end', bold: true },
});

const text = (words: string, at: readonly [number, number], anchor: 'middle' | 'end'): Shape => ({
  ...{ kind: 'text', at, text: words, size: lettering.note, fill: palette.soft, anchor },
});

const inLine = 7;
/** A name over two lines where it is longer than one takes. */
const linesOf = ({ title }: Level): readonly string[] => {
  const letters = Array.from(title.trim());
  return letters.length <= inLine
    ? [title.trim()]
    : [letters.slice(0, inLine).join(''), letters.slice(inLine).join('')];
};

function impactName(level: Level, middle: number): Shape[] {
  const lines = linesOf(level);
  return lines.map((line, index) => text(line, [left - 12, middle + 5 + (index - (lines.length - 1) / 2) * 17], 'end'));
}

function likelihoodName(criteria: Criteria, level: Level, likelihood: number, bottom: number): Shape[] {
  const { x, width: wide } = cellBox(criteria, { likelihood, impact: 1 });
  return linesOf(level).map((line, index) => text(line, [x + wide / 2, bottom + 18 + index * 17], 'middle'));
}
