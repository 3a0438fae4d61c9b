import { itemsOf } from '../../catalogue/sheet.ts';
import type { ProposedMeasure } from '../measures.ts';
import type { BoardMatter } from './board-matter.ts';
import { listed, quoted } from './listing.ts';
import { totalOf } from './measure-list.ts';

/** One decision asked of the board: what, what it takes, and what waiting means. */
export type Decision = {
  readonly title: string;
  readonly text: string;
  /** Money of the first year: 「0円」「30万円まで」. */
  readonly cost: string;
  /** 「7人日」, or in words where nobody can count it. */
  readonly effort: string;
  readonly waiting: string;
};

/** The three decisions asked for, the cheapest useful one first. */
export function decisionsOf(matter: BoardMatter): readonly Decision[] {
  const rules = [withoutCost, climb, budget, unknown, contradictions, time, keep, again, mutual];
  return rules.flatMap((rule) => rule(matter) ?? []).slice(0, 3);
}

type Rule = (matter: BoardMatter) => Decision | undefined;

function firstMeasures({ input: { result } }: BoardMatter): readonly ProposedMeasure[] {
  const all = [...result.measures, ...result.elsewhere];
  return result.firstSix.flatMap((id) => all.find((measure) => measure.id === id) ?? []);
}

function areaTitles({ input: { result } }: BoardMatter, measures: readonly ProposedMeasure[]): string {
  const titles = result.areas.filter(({ id }) => measures.some(({ area }) => area === id)).map(({ title }) => title);
  return listed(titles, 4, '分野');
}

const withoutCost: Rule = (matter) => {
  const free = firstMeasures(matter).filter(({ costClass }) => costClass === 0);
  if (free.length === 0) return undefined;
  return {
    title: `お金のかからない対策${free.length}つを、今年度に始める`,
    text: `${quoted(
      free.map(({ title }) => title),
      3,
      'つ',
    )}。`,
    ...totalOf(free, matter.input.sheet.id),
    waiting: `${areaTitles(matter, free)}が、対策の要る状態のまま残ります。`,
  };
};

/** What staying at a network level means. */
const stayingMeans = [
  '外から入れる口が分からないまま残り、入られても止める所を決められません。',
  '事務用の網やUSBから入った攻撃が、診療の網へ届くおそれが残ります。',
  '一つの部門に入った攻撃が、ほかの部門へ広がるおそれが残ります。',
];

const climb: Rule = ({ network }) => {
  if (!network || network.level >= 3) return undefined;
  const needed = network.steps.filter(({ optional }) => !optional);
  return {
    title: `院内ネットワークをレベル${network.level + 1}に上げる`,
    text: `${quoted(
      needed.map(({ title }) => title),
      3,
      'つ',
    )}。`,
    ...network.total,
    waiting: stayingMeans[network.level] ?? '',
  };
};

const budget: Rule = (matter) => {
  const paid = firstMeasures(matter).filter(({ costClass }) => costClass > 0);
  const later = matter.input.result.measures.filter(({ costClass, gain }) => costClass > 0 && gain === 'to-2');
  const chosen = paid.length > 0 ? paid : later.slice(0, 2);
  if (chosen.length === 0) return undefined;
  return {
    title: `費用の要る対策${chosen.length}つの予算を決める`,
    text: `${quoted(
      chosen.map(({ title }) => title),
      3,
      'つ',
    )}。`,
    ...totalOf(chosen, matter.input.sheet.id),
    waiting: waitingFor(matter, chosen),
  };
};

function waitingFor({ input: { sheet } }: BoardMatter, measures: readonly ProposedMeasure[]): string {
  const [cause] = measures.flatMap(({ causes }) => causes);
  const item = itemsOf(sheet).find(({ id }) => id === cause?.item);
  return item ? `「${item.text}」の答えが低いまま残ります。` : '要る備えが整わないままになります。';
}

const unknown: Rule = ({ input: { result }, network }) => {
  const count = result.network ? (network?.unanswered.length ?? 0) : result.unknownAnswers;
  if (count === 0) return undefined;
  return {
    title: `「分からない」${count}問を、期限を決めて確かめる`,
    text: '担当者と事業者に聞き、答えを入れ直します。',
    cost: '0円',
    effort: '聞き取りの時間',
    waiting: '実際より低い点のまま、要る対策と要らない対策を分けられません。',
  };
};

const contradictions: Rule = ({ mirror }) => {
  const [first] = mirror?.questions ?? [];
  if (!first) return undefined;
  return {
    title: '食い違う答えを、同じ席で確かめる',
    text: first.question,
    cost: '0円',
    effort: '会議1回',
    waiting: 'できていると思っていることが、できていないまま残るおそれがあります。',
  };
};

const time: Rule = (matter) => {
  const first = firstMeasures(matter);
  if (first.length === 0) return undefined;
  const roles = [...new Set(first.flatMap(({ role }) => role.split('+')))];
  return {
    title: '担当者の時間を、業務として認める',
    text: `最初に取り組む${first.length}つの対策に要る時間です。担当：${listed(roles, 4, '職種')}。`,
    cost: '0円',
    effort: totalOf(first, matter.input.sheet.id).effort,
    waiting: '兼務の担当者が診療の合間に行うことになり、途中で止まりやすくなります。',
  };
};

const keep: Rule = ({ input: { result } }) => {
  if (result.network || result.weakAreas.length > 0 || result.score === null) return undefined;
  return {
    title: '今できていることを、年1回見直す',
    text: '担当者と月を決め、見直した日と直した所を残します。',
    cost: '0円',
    effort: '通常の業務の中',
    waiting: '機器や人が替わるうちに、決まりと実態がずれていきます。',
  };
};

const again: Rule = () => ({
  title: '次の点検の月を決める',
  text: '年1回、健康診断のように同じ設問で点検し、変化を確かめます。',
  cost: '0円',
  effort: '点検の時間',
  waiting: '対策の効き目が分からず、次に何をすべきか決められません。',
});

const mutual: Rule = () => ({
  title: '近くの施設と、互いに点検しあう日を決める',
  text: '年1回、担当者どうしが行き来し、回答の根拠になる記録を見せ合います。',
  cost: '0円',
  effort: '打ち合わせの時間',
  waiting: '自分たちだけでは気づけない弱さが残ります。',
});
