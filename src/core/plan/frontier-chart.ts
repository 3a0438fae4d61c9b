import { lettering, palette } from '../assessment/charts/palette.ts';
import { sheetScoreText } from '../assessment/score-text.ts';
import type { Drawing, Point, Shape } from '../kernel/drawing.ts';
import type { Reach } from './frontier.ts';

const width = 560;
const height = 230;
const left = 36;
const right = width - 150;
const top = 16;
const bottom = height - 40;
const full = 3;

/** 「50万円」 */
export const manYenText = (yen: number) =>
  `${(yen / 10_000).toLocaleString('ja-JP', { maximumFractionDigits: 1 })}万円`;

const lines = [
  { key: 'mean', title: '分野の平均', stroke: palette.now, dash: undefined },
  { key: 'lowest', title: 'いちばん低い分野', stroke: palette.soft, dash: [5, 3] },
] as const;

/** How far each budget reaches, with the same person-days: the mean of the areas and the lowest of them. */
export function frontierChart(curve: readonly Reach[], budget: number): Drawing {
  const most = Math.max(1, ...curve.map((reach) => reach.budget));
  const x = (yen: number) => left + ((right - left) * yen) / most;
  const y = (score: number) => bottom - ((bottom - top) * score) / full;
  return {
    width,
    height,
    title: '予算と、届く点（0〜3点）',
    description: finding(curve),
    shapes: [...grid(y), ...marks(curve, x, budget), ...drawn(curve, x, y)],
  };
}

function finding(curve: readonly Reach[]): string {
  const said = curve.flatMap(({ budget, mean }) =>
    mean === null ? [] : [`${manYenText(budget)}で${sheetScoreText(mean)}点`],
  );
  return `分野の平均は、${said.join('、')}です。`;
}

function grid(y: (score: number) => number): Shape[] {
  return [0, 1, 2, 3].flatMap((score): Shape[] => [
    { kind: 'line', from: [left, y(score)], to: [right, y(score)], stroke: palette.grid },
    label(String(score), [left - 10, y(score) + 5], 'end'),
  ]);
}

/** The ends of the budget and the one given. */
function marks(curve: readonly Reach[], x: (yen: number) => number, budget: number): Shape[] {
  const ends = [curve.at(0), curve.at(-1)].flatMap((reach) => reach?.budget ?? []).filter((yen) => yen !== budget);
  return [
    ...[...new Set(ends)].map((yen) => label(manYenText(yen), [x(yen), bottom + 22], 'middle')),
    { kind: 'line', from: [x(budget), top], to: [x(budget), bottom + 6], stroke: palette.edge, dash: [2, 3] },
    label(`予算 ${manYenText(budget)}`, [x(budget), bottom + 22], 'middle', palette.ink),
  ];
}

/** The least height between the names of two lines. */
const apart = 17;

function drawn(curve: readonly Reach[], x: (yen: number) => number, y: (score: number) => number): Shape[] {
  let lowest = Number.NEGATIVE_INFINITY;
  return lines.flatMap(({ key, title, stroke, dash }): Shape[] => {
    const points = curve.flatMap((reach): Point[] => (reach[key] === null ? [] : [[x(reach.budget), y(reach[key])]]));
    const end = points.at(-1);
    if (!end) return [];
    lowest = Math.max(end[1], lowest + apart);
    return [
      { kind: 'polyline', points, stroke, strokeWidth: 2, ...(dash && { dash }) },
      ...points.map((centre): Shape => ({ kind: 'circle', centre, radius: 3.5, fill: stroke })),
      label(title, [end[0] + 10, lowest + 5], 'start', stroke),
    ];
  });
}

function label(text: string, at: Point, anchor: 'start' | 'middle' | 'end', fill: string = palette.soft): Shape {
  return { kind: 'text', at, text, size: lettering.note, fill, anchor };
}
