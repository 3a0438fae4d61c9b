import { establishedLines } from '../../evidence/established.ts';
import { isLower } from '../score-order.ts';
import { areaScoreText, sheetScoreText } from '../score-text.ts';
import type { FindingRule } from './board-matter.ts';
import { listed } from './listing.ts';

/** The lowest of the areas at 1.5 or below. */
export const weakest: FindingRule = ({ input: { result } }) => {
  const weak = result.areas.filter(({ id }) => result.weakAreas.includes(id));
  if (weak.length === 0) return undefined;
  const lowest = Math.min(...weak.flatMap(({ score }) => score ?? []));
  if (result.areas.length > 1 && result.areas.every(({ score }) => score === lowest)) {
    return {
      title: `${result.areas.length}分野すべてが${areaScoreText(lowest)}点です`,
      text: 'どの分野も、対策が要る1.5点以下です。',
    };
  }
  const names = weak.filter(({ score }) => score === lowest).map(({ title }) => title);
  const ordered = [...weak].sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const lines = ordered.map(({ title, score }) => `${title} ${areaScoreText(score)}`);
  return {
    title: `最も低いのは${listed(names, 3, '分野')}（${areaScoreText(lowest)}点）`,
    text: `対策が要る1.5点以下は${weak.length}分野：${listed(lines, 8, '分野')}。`,
  };
};

/** Where executives and technical staff see the same fact differently. */
export const contradictions: FindingRule = ({ mirror }) => {
  const [first] = mirror?.questions ?? [];
  if (!mirror || !first) return undefined;
  return {
    title: `経営層と担当者の答えが${mirror.questions.length}か所で食い違っています`,
    text: `たとえば「${first.executive.text}」は経営層の中央値${first.executive.median}点、担当者の関わる設問は平均${first.technical.mean}点です。`,
  };
};

/** A score below the median of the class. */
export const belowClass: FindingRule = ({ input: { comparison, result } }) => {
  if (!comparison || result.score === null || !isLower(result.score, comparison.quartiles.median)) return undefined;
  return {
    title: '同規模の施設の中央値を下回っています',
    text: `総合${sheetScoreText(result.score)}点に対し、同規模${comparison.others}施設の中央値は${sheetScoreText(comparison.quartiles.median)}点です。`,
  };
};

/** The areas others can learn from: at 2 or more, where another one stands lower. */
export const best: FindingRule = ({ input: { result } }) => {
  const scores = result.areas.flatMap(({ score }) => score ?? []);
  const highest = Math.max(...scores);
  if (highest < 2 || Math.min(...scores) === highest) return undefined;
  const names = result.areas.filter(({ score }) => score === highest).map(({ title }) => title);
  return {
    title: `最も高いのは${listed(names, 3, '分野')}（${areaScoreText(highest)}点）`,
    text: 'ここでの進め方は、ほかの分野の手本になります。',
  };
};

/** Answers that an audit or a drill did not bear out: what was seen counts before what is claimed. */
export const disproved: FindingRule = ({ input: { result }, facts }) => {
  const [first] = facts?.lower ?? [];
  if (!facts || !first) return undefined;
  const { score, weakAreas, areas } = facts.scores;
  const weak = areas.filter(({ id }) => weakAreas.includes(id) && !result.weakAreas.includes(id));
  const more =
    weak.length === 0
      ? ''
      : `対策が要る分野に${listed(
          weak.map(({ title }) => title),
          3,
          '分野',
        )}が加わります。`;
  const [claimed, real] = [sheetScoreText(result.score), sheetScoreText(score)];
  const total = claimed === real ? `${real}点のままです` : `${claimed}点ではなく${real}点です`;
  const counted = `確かめた値で数えると、総合は${total}。${more}`;
  return {
    title: `監査や訓練で確かめると、答えより低い設問が${facts.lower.length}問あります`,
    text: `${first.item}「${first.text}」は、答えでは「${first.claimed}」、${establishedLines(first).join('、')}。${result.network ? '' : counted}`,
  };
};

/** No area at 1.5 or below, neither claimed nor established. */
export const sound: FindingRule = ({ input: { result }, facts }) => {
  const scored = result.areas.filter(({ score }) => score !== null).length;
  const weak = [...result.weakAreas, ...(facts?.scores.weakAreas ?? [])];
  if (scored === 0 || weak.length > 0) return undefined;
  const which = scored === result.areas.length ? '' : '点を出せた';
  return {
    title: '対策が要る分野（1.5以下）はありません',
    text: `${which}${scored}分野のすべてが1.5点を上回っています。`,
  };
};

/** A measure to begin with that costs nothing. */
export const firstStep: FindingRule = ({ input: { result } }) => {
  const first = result.measures.find(({ id }) => id === result.firstSix[0]);
  if (first?.costClass !== 0) return undefined;
  return { title: 'お金をかけずに始められます', text: `まず「${first.title}」から始められます。` };
};
