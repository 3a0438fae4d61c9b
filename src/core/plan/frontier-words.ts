import { areaScoreText, sheetScoreText } from '../assessment/score-text.ts';
import type { Frontier, Reach } from './frontier.ts';

const dust = 1e-9;

/** What becomes better from one reach to another: 「いちばん低い分野が1.0点から1.5点、分野の平均が1.62点から1.70点に上がります。」 */
export function gainText(now: Reach, more: Reach): string {
  const rises = [
    rise('いちばん低い分野が', now.lowest, more.lowest, (score) => `${areaScoreText(score)}点`),
    rise('院内ネットワークがレベル', now.networkLevel, more.networkLevel, String),
    rise('分野の平均が', now.mean, more.mean, (score) => `${sheetScoreText(score)}点`),
  ].filter(Boolean);
  return rises.length > 0 ? `${rises.join('、')}に上がります。` : '何も変わりません。';
}

function rise(what: string, from: number | null, to: number | null, text: (value: number) => string): string {
  return from !== null && to !== null && to - from > dust ? `${what}${text(from)}から${text(to)}` : '';
}

/** Whether no budget, or no number of days, of a curve reaches more than another: it is not what is lacking. */
export const isFlat = (curve: readonly Reach[]): boolean =>
  curve.every((reach) => curve[0] && gainText(curve[0], reach) === gainText(curve[0], curve[0]));

/** What ¥100,000 more and one day more would buy, a line for each; none where not even the plan itself was proven in time. */
export function frontierLines({ now, moreMoney, moreTime }: Frontier): readonly { what: string; gain: string }[] {
  if (!now) return [];
  const gain = (more: Reach | null) => (more ? gainText(now, more) : '時間までに確かめられませんでした。');
  return [
    { what: 'あと10万円あると', gain: gain(moreMoney) },
    { what: 'あと1人日あると', gain: gain(moreTime) },
  ];
}

/** That curves lack points; empty where they lack none. */
export const unprovenText = ({ unproven }: Pick<Frontier, 'unproven'>): string =>
  unproven === 0 ? '' : `時間までに確かめられなかった${unproven}点は、除いています。`;
