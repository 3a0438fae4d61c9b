import { palette } from '../assessment/charts/palette.ts';
import { centreShift, type Drawing, type Shape } from '../kernel/drawing.ts';
import { differenceText, shareText, type VeracityView, veracityWords } from './veracity.ts';

const width = 640;
const left = 180;
const right = width - 150;
const top = 34;
const rowHeight = 26;

const widthOf = (share: number) => (right - left) * share;

type Row = VeracityView['areas'][number];

function label(text: string, at: readonly [number, number], anchor: 'start' | 'end', bold = false): Shape {
  return { kind: 'text', at: [at[0], at[1] + centreShift(13)], text, size: 13, fill: palette.ink, anchor, bold };
}

function rowShapes({ title, share, difference }: Row, place: number): Shape[] {
  const y = top + place * rowHeight;
  const name = title.length > 12 ? `${title.slice(0, 11)}…` : title;
  const bar = (share: number, fill: string): Shape => {
    return { kind: 'rect', at: [left, y - 6], width: Math.max(widthOf(share), 2), height: 12, rounding: 3, fill };
  };
  return [
    label(name, [left - 12, y], 'end'),
    bar(1, palette.faint),
    ...(share === null || share === 0 ? [] : [bar(share, palette.now)]),
    label(shareText(share), [right + 10, y], 'start', true),
    label(differenceText(difference), [width - 8, y], 'end'),
  ];
}

/** By area the share of items where claimed and audited agree, as bars, with the mean difference beside. */
export function veracityChart({ areas, overall }: Pick<VeracityView, 'areas' | 'overall'>): Drawing {
  const head = [label('一致した割合', [left, 12], 'start'), label('自己点検−監査', [width - 8, 12], 'end')];
  return {
    width,
    height: top + areas.length * rowHeight,
    title: '分野ごとの、自己点検と監査の一致（割合と、平均の差）',
    description: veracityWords(overall),
    shapes: [...head, ...areas.flatMap(rowShapes)],
  };
}
