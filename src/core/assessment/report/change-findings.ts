import { itemsOf } from '../../catalogue/sheet.ts';
import { changeText, sheetScoreText } from '../score-text.ts';
import type { FindingRule } from './board-matter.ts';
import { listed, quoted } from './listing.ts';
import { withArrow } from './score-part.ts';

/** Whether a change can be seen in the decimals people read. */
function isSeen(change: number, decimals: 1 | 2): boolean {
  return !changeText(change, decimals).startsWith('±');
}

/** Areas that stand lower than last time. */
export const fallen: FindingRule = ({ input: { previous, result } }) => {
  const down = (previous?.change.areas ?? []).flatMap(({ id, change }) => {
    return change !== null && change < 0 && isSeen(change, 1) ? [{ id, change }] : [];
  });
  if (down.length === 0) return undefined;
  const title = new Map(result.areas.map((area) => [area.id, area.title]));
  const lines = down.map(({ id, change }) => `${title.get(id) ?? id} ${withArrow(change, 1)}`);
  const [first = '', ...amounts] = down.map(({ change }) => withArrow(change, 1));
  const alike = down.length === result.areas.length && amounts.length > 0 && amounts.every((one) => one === first);
  return {
    title: `前回より下がった分野が${down.length}つあります`,
    text: alike ? `${down.length}分野すべてで${first}です。` : `点の変化は、${listed(lines, 6, '分野')}です。`,
  };
};

/** A higher score than last time. */
export const risen: FindingRule = ({ input: { previous } }) => {
  const { before = null, after = null, change = null } = previous?.change.score ?? {};
  if (!previous || change === null || change <= 0 || !isSeen(change, 2)) return undefined;
  const up = previous.change.areas.filter((area) => (area.change ?? 0) > 0).length;
  const all = up > 1 && up === previous.change.areas.length ? 'すべて' : '';
  const areas = up > 0 ? `${up}分野${all}で上がりました。` : '';
  return { title: moved(change), text: `${fromTo(before, after)}${areas}` };
};

/** What comparing with the last run says where `risen` says nothing, also that there is none. */
export const compared: FindingRule = (matter) => {
  const { previous, sheet, result } = matter.input;
  if (!previous) {
    return { title: '比べる前回の結果がありません', text: '次の点検から、前回との変化が分かります。' };
  }
  if (result.network) {
    const text = new Map(itemsOf(sheet).map((item) => [item.id, item.text]));
    return answersChanged(previous.change.items.map(({ item }) => text.get(item) ?? item));
  }
  return risen(matter) ? undefined : scoreCompared(previous.change.score);
};

function answersChanged(texts: readonly string[]) {
  if (texts.length === 0)
    return { title: '前回から答えは変わっていません', text: '前回もあった設問の答えは、すべて同じです。' };
  return { title: `前回から答えが変わった設問が${texts.length}問あります`, text: `${quoted(texts, 2, '問')}。` };
}

type ScoreChange = { readonly before: number | null; readonly after: number | null; readonly change: number | null };

function scoreCompared({ before, after, change }: ScoreChange) {
  if (change === null) {
    return { title: '前回とは総合の点を比べられません', text: '今回か前回に、点に数える回答がありません。' };
  }
  const title = isSeen(change, 2) ? moved(change) : '前回から総合の点はほとんど変わっていません';
  return { title, text: fromTo(before, after) };
}

/** 「前回より総合が1.00点上がりました」 */
function moved(change: number): string {
  return `前回より総合が${sheetScoreText(Math.abs(change))}点${change > 0 ? '上がりました' : '下がりました'}`;
}

function fromTo(before: number | null, after: number | null): string {
  return `前回${sheetScoreText(before)}点、今回${sheetScoreText(after)}点です。`;
}
