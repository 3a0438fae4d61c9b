import { centreShift, type Drawing, type Label, type Point, type Shape, textWidth } from '../../kernel/drawing.ts';
import { lettering, palette } from './palette.ts';
import { radarFinding, type Spoke } from './radar-finding.ts';
import { provenLine, provenMark, radarLegend } from './radar-legend.ts';

const width = 560;
const height = 448;
const centre: Point = [width / 2, 206];
const radius = 152;
const full = 3;
const threshold = 1.5;

/**
 * Scores of the areas as a radar: now solid, before dashed, what was established in dashes and dots with diamonds, the line of 1.5
 * dotted, weak areas as filled dots.
 */
export function radarChart(spokes: readonly Spoke[]): Drawing {
  const hasBefore = spokes.some(({ before }) => typeof before === 'number');
  const hasProven = spokes.some(({ proven }) => typeof proven === 'number');
  return {
    width,
    height,
    title: `${spokes.length}分野の点数（0〜3点）`,
    description: radarFinding(spokes),
    shapes: [
      ...grid(spokes.length),
      ...(hasBefore ? outline(spokes, ({ before }) => before, { stroke: palette.before, dash: [6, 4] }) : []),
      ...outline(spokes, ({ now }) => now, {
        stroke: palette.now,
        strokeWidth: 2.25,
        fill: palette.now,
        fillOpacity: 0.1,
      }),
      ring(spokes.length, threshold, { stroke: palette.attention, strokeWidth: 1.25, dash: [2, 3] }),
      ...(hasProven ? outline(spokes, ({ proven }) => proven, provenLine) : []),
      ...scaleLabels(),
      ...spokes.flatMap((spoke, index) => dot(spoke, index, spokes.length)),
      ...spokes.flatMap((spoke, index) => provenDot(spoke, index, spokes.length)),
      ...spokes.map((spoke, index) => spokeLabel(spoke, index, spokes.length)),
      ...radarLegend({ hasBefore, hasProven }, [width / 2, height - 14]),
    ],
  };
}

function place(index: number, count: number, distance: number): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  return [centre[0] + Math.cos(angle) * distance, centre[1] + Math.sin(angle) * distance];
}

function atScore(index: number, count: number, score: number): Point {
  return place(index, count, (radius * score) / full);
}

function ring(count: number, score: number, paint: { stroke: string; strokeWidth?: number; dash?: number[] }): Shape {
  const points = Array.from({ length: count }, (_, index) => atScore(index, count, score));
  return { kind: 'polygon', points, ...paint };
}

function grid(count: number): Shape[] {
  const spokes = Array.from({ length: count }, (_, index): Shape => {
    return { kind: 'line', from: centre, to: atScore(index, count, full), stroke: palette.grid, strokeWidth: 0.75 };
  });
  const rings = [1, 2].map((score) => ring(count, score, { stroke: palette.grid }));
  return [...spokes, ...rings, ring(count, full, { stroke: palette.edge })];
}

type Outline = { stroke: string; strokeWidth?: number; dash?: number[]; fill?: string; fillOpacity?: number };

function outline(
  spokes: readonly Spoke[],
  scoreOf: (spoke: Spoke) => number | null | undefined,
  paint: Outline,
): Shape[] {
  const points = spokes.flatMap((spoke, index) => {
    const score = scoreOf(spoke);
    return typeof score === 'number' ? [atScore(index, spokes.length, score)] : [];
  });
  return points.length > 0 ? [{ kind: 'polygon', points, ...paint }] : [];
}

function scaleLabels(): Shape[] {
  const size = lettering.note;
  return [1, 2, 3].flatMap((score): Shape[] => {
    const at: Point = [
      centre[0] - 5,
      centre[1] - (radius * score) / full + (score === full ? size : centreShift(size)),
    ];
    const width = textWidth(String(score), size) + 2;
    // On paper of its own: lines that cross a figure make it another.
    const ground: Point = [at[0] - width + 1, at[1] - size * 0.8];
    return [
      { kind: 'rect', at: ground, width, height: size * 0.9, fill: palette.paper },
      { kind: 'text', at, text: String(score), size, fill: palette.before, anchor: 'end' },
    ];
  });
}

function dot(spoke: Spoke, index: number, count: number): Shape[] {
  if (spoke.now === null) return [];
  const at = atScore(index, count, spoke.now);
  if (spoke.weak) return [{ kind: 'circle', centre: at, radius: 4.5, fill: palette.attention, stroke: palette.paper }];
  return [{ kind: 'circle', centre: at, radius: 3, fill: palette.paper, stroke: palette.now, strokeWidth: 1.5 }];
}

function provenDot({ now, proven }: Spoke, index: number, count: number): Shape[] {
  return typeof proven === 'number' && proven !== now ? [provenMark(atScore(index, count, proven))] : [];
}

function spokeLabel(spoke: Spoke, index: number, count: number): Label {
  const size = lettering.name;
  const [x, y] = place(index, count, radius + 13);
  const aside = (x - centre[0]) / radius;
  const anchor = aside > 0.12 ? 'start' : aside < -0.12 ? 'end' : 'middle';
  const drop = y < centre[1] - radius * 0.9 ? 0 : y > centre[1] + radius * 0.9 ? size * 0.8 : centreShift(size);
  const text = spoke.now === null ? `${spoke.title} －` : spoke.title;
  const fill = spoke.weak ? palette.attentionInk : spoke.now === null ? palette.before : palette.ink;
  return { kind: 'text', at: [x, y + drop], text, size, fill, anchor, bold: spoke.weak };
}
