import { lettering, palette } from '../assessment/charts/palette.ts';
import { personDaysText } from '../assessment/cost.ts';
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

/** What changes along a curve. */
export type Axis = {
  readonly title: string;
  readonly of: (reach: Reach) => number;
  readonly text: (amount: number) => string;
};
export const budgetAxis: Axis = { title: '予算', of: ({ budget }) => budget, text: manYenText };
export const daysAxis: Axis = { title: '手間', of: ({ personDays }) => personDays, text: personDaysText };

type Curve = { readonly title: string; readonly stroke: string; readonly dash?: readonly number[] } & {
  readonly of: (reach: Reach) => number | null;
  /** Whether it stays as it is until the next rise. */
  readonly steps: boolean;
};
const scores: readonly Curve[] = [
  { title: '分野の平均', of: ({ mean }) => mean, stroke: palette.now, steps: false },
  { title: 'いちばん低い分野', of: ({ lowest }) => lowest, stroke: palette.soft, dash: [5, 3], steps: false },
];
const level: Curve = {
  title: '院内ネットワーク',
  of: ({ networkLevel }) => networkLevel,
  stroke: palette.now,
  steps: true,
};

/** Whether a curve is of scores; of the network alone it is of levels. */
export const isScored = (curve: readonly Reach[]): boolean => curve.some(({ mean }) => mean !== null);

/**
 * How far each budget reaches with the same person-days, or each number of days with the same budget: the mean of the areas and the
 * lowest of them, or the level of the network in steps. `given` is what was asked for.
 */
export function frontierChart(curve: readonly Reach[], axis: Axis, given: number): Drawing {
  const most = Math.max(1, ...curve.map(axis.of));
  const scored = isScored(curve);
  const place: Place = {
    x: (amount) => left + ((right - left) * amount) / most,
    y: (value) => bottom - ((bottom - top) * value) / full,
  };
  return {
    width,
    height,
    title: `${axis.title}と、${scored ? '届く点（0〜3点）' : '届くレベル（0〜3）'}`,
    description: finding(curve, axis),
    shapes: [
      ...grid(place),
      ...marks(curve.map(axis.of), axis, { given, place }),
      ...drawn(curve, scored ? scores : [level], axis, place),
    ],
  };
}

type Place = { readonly x: (amount: number) => number; readonly y: (value: number) => number };

function finding(curve: readonly Reach[], { of, text }: Axis): string {
  const said = curve.flatMap((reach) => {
    const { mean, networkLevel } = reach;
    if (mean !== null) return [`${text(of(reach))}で${sheetScoreText(mean)}点`];
    return networkLevel === null ? [] : [`${text(of(reach))}でレベル${networkLevel}`];
  });
  return `${isScored(curve) ? '分野の平均' : level.title}は、${said.join('、')}です。`;
}

function grid({ y }: Place): Shape[] {
  return [0, 1, 2, 3].flatMap((value): Shape[] => [
    { kind: 'line', from: [left, y(value)], to: [right, y(value)], stroke: palette.grid },
    label(String(value), [left - 10, y(value) + 5], 'end'),
  ]);
}

type Marked = { readonly given: number; readonly place: Place };

/** The least width between the middles of two amounts below the axis. */
const beside = 90;

/** The ends of the axis and the amount given; an end is left out where the amount given stands in its place. */
function marks(amounts: readonly number[], { title, text }: Axis, { given, place: { x } }: Marked): Shape[] {
  const ends = [amounts.at(0), amounts.at(-1)].flatMap((amount) =>
    amount === undefined || Math.abs(x(amount) - x(given)) < beside ? [] : amount,
  );
  return [
    ...[...new Set(ends)].map((amount) => label(text(amount), [x(amount), bottom + 22], 'middle')),
    { kind: 'line', from: [x(given), top], to: [x(given), bottom + 6], stroke: palette.edge, dash: [2, 3] },
    label(`${title} ${text(given)}`, [x(given), bottom + 22], 'middle', palette.ink),
  ];
}

/** The least height between the names of two lines. */
const apart = 17;

function drawn(reached: readonly Reach[], curves: readonly Curve[], axis: Axis, { x, y }: Place): Shape[] {
  let lowest = Number.NEGATIVE_INFINITY;
  return curves.flatMap(({ title, of, stroke, dash, steps }): Shape[] => {
    const points = reached.flatMap((reach): Point[] => {
      const value = of(reach);
      return value === null ? [] : [[x(axis.of(reach)), y(value)]];
    });
    const end = points.at(-1);
    if (!end) return [];
    lowest = Math.max(end[1], lowest + apart);
    return [
      { kind: 'polyline', points: steps ? inSteps(points) : points, stroke, strokeWidth: 2, ...(dash && { dash }) },
      ...points.map((centre): Shape => ({ kind: 'circle', centre, radius: 3.5, fill: stroke })),
      label(title, [end[0] + 10, lowest + 5], 'start', stroke),
    ];
  });
}

/** Between two points a level is that of the left one: the next is known to be reached at the right one only. */
const inSteps = (points: readonly Point[]): Point[] =>
  points.flatMap((point, at): Point[] => [[point[0], points[Math.max(0, at - 1)]?.[1] ?? point[1]], point]);

function label(text: string, at: Point, anchor: 'start' | 'middle' | 'end', fill: string = palette.soft): Shape {
  return { kind: 'text', at, text, size: lettering.note, fill, anchor };
}
