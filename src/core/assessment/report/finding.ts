import { type AnswerValue, itemsOf } from '../../catalogue/sheet.ts';
import { areaScoreText, sheetScoreText } from '../score-text.ts';
import type { BoardMatter } from './board-matter.ts';
import { listed, quoted } from './listing.ts';
import { withArrow } from './score-part.ts';

/** One thing the board has to know. */
export type Finding = { readonly title: string; readonly text: string };

/** The three findings that matter most, in the order in which rules find them. */
export function findingsOf(matter: BoardMatter): readonly Finding[] {
  const rules = [
    unanswered,
    weakest,
    lowNetwork,
    weakAxes,
    contradictions,
    fallen,
    unknown,
    belowClass,
    zero,
    highNetwork,
    risen,
    best,
    sound,
    nothingMissing,
    firstStep,
  ];
  return rules.flatMap((rule) => rule(matter) ?? []).slice(0, 3);
}

type Rule = (matter: BoardMatter) => Finding | undefined;

const unanswered: Rule = ({ input: { result, sheet, answers } }) => {
  if (result.network) return undefined;
  const open = itemsWith(sheet, answers, null);
  if (open.length === 0) return undefined;
  return {
    title: `まだ答えていない設問が${open.length}問あります`,
    text: '点は答えた設問だけの平均です。すべて答えると変わることがあります。',
  };
};

const weakest: Rule = ({ input: { result } }) => {
  const weak = result.areas.filter(({ id }) => result.weakAreas.includes(id));
  const lowest = Math.min(...weak.flatMap(({ score }) => score ?? []));
  const names = weak.filter(({ score }) => score === lowest).map(({ title }) => title);
  if (weak.length === 0) return undefined;
  const ordered = [...weak].sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  return {
    title: `最も低いのは${listed(names, 3, '分野')}（${areaScoreText(lowest)}点）`,
    text: `対策が要る1.5点以下は${weak.length}分野：${listed(
      ordered.map(({ title, score }) => `${title} ${areaScoreText(score)}`),
      8,
      '分野',
    )}。`,
  };
};

const lowNetwork: Rule = (matter) => ((matter.network?.level ?? 3) < 2 ? networkFinding(matter) : undefined);
const highNetwork: Rule = (matter) => ((matter.network?.level ?? 0) >= 2 ? networkFinding(matter) : undefined);

const networkFinding: Rule = ({ network }) => {
  if (!network) return undefined;
  const missing = network.steps.filter(({ optional }) => !optional).map(({ action }) => shortened(action));
  return {
    title: `院内ネットワークはレベル${network.level}（${network.meaning}）`,
    text:
      missing.length === 0
        ? '最も高い段階です。年1回の見直しで保ちます。'
        : `レベル${network.level + 1}に足りないこと：${quoted(missing, 3, 'つ')}。`,
  };
};

const weakAxes: Rule = ({ network, input: { result } }) => {
  const weak = (network?.axes ?? []).filter(({ mark }) => mark === '\u00d7');
  if (!result.network || weak.length === 0) return undefined;
  return {
    title: `管理されていないのは${quoted(
      weak.map(({ title }) => title),
      3,
      'つ',
    )}`,
    text: network?.mediaWarning
      ? 'USBなど記憶媒体の決まりは、お金をかけずに今日から作れます。'
      : '段階を上げる対策を、順に進めてください。',
  };
};

const contradictions: Rule = ({ mirror }) => {
  const [first] = mirror?.questions ?? [];
  if (!mirror || !first) return undefined;
  return {
    title: `経営層と現場の答えが${mirror.questions.length}か所で食い違っています`,
    text: `たとえば「${first.executive.text}」は経営層の中央値${first.executive.median}点、現場の関わる設問は平均${first.technical.mean}点です。`,
  };
};

const fallen: Rule = ({ input: { previous, result } }) => {
  const down = (previous?.change.areas ?? []).filter(({ change }) => change !== null && change < 0);
  if (down.length === 0) return undefined;
  const title = new Map(result.areas.map((area) => [area.id, area.title]));
  return {
    title: `前回より下がった分野が${down.length}つあります`,
    text: `${listed(
      down.map(({ id, change }) => `${title.get(id) ?? id} ${withArrow(change, 1)}`),
      6,
      '分野',
    )}。`,
  };
};

const unknown: Rule = ({ input: { result, sheet, answers }, network: part }) => {
  const open = result.network ? (part?.unanswered ?? []) : itemsWith(sheet, answers, 'unknown');
  if (open.length === 0) return undefined;
  const counted = result.network ? '「いいえ」' : '0点';
  return {
    title: `${result.network ? '「分からない」と未回答' : '「分からない」'}が${open.length}問あります`,
    text: `${counted}として数えています。担当者か事業者に聞けば分かることです：${quoted(
      open.map(({ text }) => text),
      2,
      '問',
    )}。`,
  };
};

const belowClass: Rule = ({ input: { comparison, result } }) => {
  if (!comparison || result.score === null || result.score >= comparison.quartiles.median) return undefined;
  return {
    title: '同規模の施設の中央値を下回っています',
    text: `総合${sheetScoreText(result.score)}点に対し、同規模${comparison.others}施設の中央値は${sheetScoreText(comparison.quartiles.median)}点です。`,
  };
};

const zero: Rule = ({ input: { result, sheet, answers } }) => {
  const items = itemsWith(sheet, answers, '0');
  if (result.zeroAnswers === 0) return undefined;
  return {
    title: `「していない」が${items.length}問あります`,
    text: `${quoted(
      items.map(({ text }) => text),
      3,
      '問',
    )}。`,
  };
};

const risen: Rule = ({ input: { previous } }) => {
  const change = previous?.change.score.change ?? null;
  if (!previous || change === null || change <= 0) return undefined;
  const up = previous.change.areas.filter((area) => (area.change ?? 0) > 0).length;
  return { title: `前回より総合が${withArrow(change, 2)}`, text: `${up}分野で上がりました。` };
};

const best: Rule = ({ input: { result } }) => {
  const highest = Math.max(...result.areas.flatMap(({ score }) => score ?? []));
  const strong = result.areas.filter(({ id, score }) => score === highest && !result.weakAreas.includes(id));
  const names = strong.map(({ title }) => title);
  if (names.length === 0) return undefined;
  return {
    title: `最も高いのは${listed(names, 3, '分野')}（${areaScoreText(highest)}点）`,
    text: 'ここで行っている決まりと記録のしかたは、ほかの分野の手本になります。',
  };
};

const sound: Rule = ({ input: { result } }) => {
  if (result.score === null || result.weakAreas.length > 0) return undefined;
  return {
    title: '対策が要る分野（1.5以下）はありません',
    text: `${result.areas.length}分野のすべてが1.5点を上回っています。`,
  };
};

const nothingMissing: Rule = ({ input: { result } }) => {
  if (result.score === null || result.zeroAnswers + result.unknownAnswers > 0) return undefined;
  return { title: '「していない」「分からない」はありません', text: '記録と見直しを続けると、3点に近づきます。' };
};

const firstStep: Rule = ({ input: { result } }) => {
  const first = result.measures.find(({ id }) => id === result.firstSix[0]);
  if (!first) return undefined;
  return {
    title: 'お金をかけずに始められます',
    text: `まず「${first.title}」から始めると、ほかの対策につながります。`,
  };
};

type Input = BoardMatter['input'];

function itemsWith(sheet: Input['sheet'], answers: Input['answers'], value: AnswerValue | null) {
  return itemsOf(sheet).filter(({ id }) => (answers.get(id)?.value ?? null) === value);
}

/** An action without what stands in brackets. */
function shortened(action: string): string {
  return action.replace(/[（(][^）)]*[）)]/g, '');
}
