import { centreShift, type Drawing, type Shape } from '../../kernel/drawing.ts';
import { changeText } from '../score-text.ts';
import { lettering, palette } from './palette.ts';

/** Change of one area since the run before, −3 to 3. */
export type AreaChange = { readonly title: string; readonly change: number };

const width = 560;
const row = 22;
const zero = 330;
const perPoint = 54;
const size = lettering.name;

/**
 * One bar for each area that moved, the largest change first and at most `most` of them: to the right with ↑ where the
 * area rose, to the left with ↓ where it fell.
 */
export function changeBars(changes: readonly AreaChange[], most = changes.length): Drawing {
  const all = changes.filter(({ change }) => change !== 0);
  const moved = all.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, most);
  const height = Math.max(moved.length, 1) * row + 8;
  const middle: Shape = { kind: 'line', from: [zero, 2], to: [zero, height - 4], stroke: palette.edge };
  return {
    width,
    height,
    title: '前回からの変化（分野ごと、点）',
    description: changeFinding(changes) + (all.length > most ? `図は、変化の大きい${most}分野です。` : ''),
    shapes: [...moved.flatMap((area, index) => bar(area, index * row + row / 2 + 2)), middle],
  };
}

/** What the bars say, in words. */
export function changeFinding(changes: readonly AreaChange[]): string {
  const risen = changes.filter(({ change }) => change > 0);
  const fallen = changes.filter(({ change }) => change < 0);
  if (risen.length + fallen.length === 0) return '前回から点の変わった分野はありません。';
  if (changes.length > 1 && new Set(changes.map(({ change }) => changeText(change, 1))).size === 1) {
    return `${changes.length}分野すべてで${changeText(changes[0]?.change ?? 0, 1)}です。`;
  }
  const largest = changes.reduce((most, area) => (Math.abs(area.change) > Math.abs(most.change) ? area : most));
  const fell = fallen.length === 0 ? '下がった分野はありません' : `${fallen.length}分野が下がりました`;
  const rose = risen.length === 0 ? '上がった分野はなく' : `${risen.length}分野が上がり`;
  return (
    `${changes.length}分野のうち${rose}、${fell}。` +
    `最も変わったのは${largest.title} ${changeText(largest.change, 1)}。`
  );
}

function bar({ title, change }: AreaChange, middle: number): Shape[] {
  const end = zero + change * perPoint;
  const rose = change > 0;
  const ink = rose ? palette.now : palette.attentionInk;
  const mark = `${rose ? '↑' : '↓'} ${changeText(change, 1)}`;
  const at = middle + centreShift(size);
  return [
    { kind: 'text', at: [6, at], text: title, size, fill: palette.ink },
    {
      kind: 'rect',
      at: [Math.min(zero, end), middle - 5],
      width: Math.abs(end - zero),
      height: 10,
      fill: rose ? palette.now : palette.attentionGround,
      stroke: ink,
    },
    { kind: 'text', at: [end + (rose ? 8 : -8), at], text: mark, size, fill: ink, anchor: rose ? 'start' : 'end' },
  ];
}
