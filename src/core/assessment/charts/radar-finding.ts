import { listed } from '../report/listing.ts';
import { areaScoreText } from '../score-text.ts';

/** One area on the radar. Scores are 0–3; null is an area in which nothing counts. */
export type Spoke = {
  readonly title: string;
  readonly now: number | null;
  /** Score of the run before; left out where there was none. */
  readonly before?: number | null;
  /** Score with what audits and drills established; left out where that changes nothing in any area. */
  readonly proven?: number | null;
  readonly weak: boolean;
};

/** What the radar says, in words: 「21分野のうち10分野が1.5以下。最も低いのは監視 1.0」. */
export function radarFinding(spokes: readonly Spoke[]): string {
  const scored = spokes.flatMap(({ title, now }) => (now === null ? [] : [{ title, now }]));
  if (scored.length === 0) return `${spokes.length}分野のどれにも、まだ点がありません。`;
  const weak = spokes.filter((spoke) => spoke.weak).length;
  const lowest = Math.min(...scored.map(({ now }) => now));
  const names = scored.filter(({ now }) => now === lowest).map(({ title }) => title);
  const named = names.length > 3 ? `${names.slice(0, 3).join('、')}など${names.length}分野` : names.join('、');
  const even = names.length === scored.length && names.length > 3;
  const lowestWords = even
    ? `点はどの分野も ${areaScoreText(lowest)}`
    : `最も低いのは${named} ${areaScoreText(lowest)}`;
  const which = weak === spokes.length && weak > 1 ? `${weak}分野すべて` : `${spokes.length}分野のうち${weak}分野`;
  const first = weak === 0 ? '1.5以下の分野はありません' : `${which}が1.5以下`;
  const without = spokes.length - scored.length;
  const rest = without === 0 ? '' : `${without}分野（－）には点がありません。`;
  return `${first}。${lowestWords}。${rest}${provenWords(spokes)}`;
}

function provenWords(spokes: readonly Spoke[]): string {
  const other = spokes.filter(({ now, proven }) => typeof proven === 'number' && proven !== now);
  if (other.length === 0) return '';
  const lines = other.map(({ title, proven }) => `${title} ${areaScoreText(proven ?? null)}`);
  return `監査や訓練で確かめた値では、${listed(lines, 3, '分野')}。`;
}
