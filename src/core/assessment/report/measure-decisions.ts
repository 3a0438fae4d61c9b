import { itemsOf } from '../../catalogue/sheet.ts';
import { isLater } from '../measure-effect.ts';
import type { ProposedMeasure } from '../measures.ts';
import type { BoardMatter, DecisionRule } from './board-matter.ts';
import { listed, quoted } from './listing.ts';
import { totalOf } from './measure-list.ts';

function firstMeasures({ input: { result } }: BoardMatter): readonly ProposedMeasure[] {
  const all = [...result.measures, ...result.elsewhere];
  return result.firstSix.flatMap((id) => all.find((measure) => measure.id === id) ?? []);
}

/** Measures that are no step to the next network level: that work is asked for, and counted, with the level. */
function beside({ network }: BoardMatter, measures: readonly ProposedMeasure[]): readonly ProposedMeasure[] {
  const steps = network && network.level < 3 ? network.steps.filter(({ optional }) => !optional) : [];
  return measures.filter(({ id }) => !steps.some(({ measure }) => measure === id));
}

function titlesOf(measures: readonly { readonly title: string }[]): string {
  const titles = measures.map(({ title }) => title);
  return `${quoted(titles, 3, 'つ')}。`;
}

function raisedItems(measures: readonly ProposedMeasure[], below = 3): readonly string[] {
  const causes = measures.flatMap((measure) => measure.causes);
  return causes.filter((cause) => cause.from < below && !isLater(cause)).map(({ item }) => item);
}

/** The weak areas in which the measures raise something by themselves. */
function helpedAreas({ input: { sheet, result } }: BoardMatter, measures: readonly ProposedMeasure[]): string {
  const raised = new Set(raisedItems(measures));
  const helped = sheet.areas.filter(
    ({ id, items }) => result.weakAreas.includes(id) && items.some((item) => raised.has(item.id)),
  );
  const titles = helped.map(({ title }) => title);
  return listed(titles, 4, '分野');
}

/** What can be begun without money. */
export const withoutCost: DecisionRule = (matter) => {
  const free = beside(matter, firstMeasures(matter)).filter(({ costClass }) => costClass === 0);
  if (free.length === 0) return undefined;
  const areas = helpedAreas(matter, free);
  return {
    title: `お金のかからない対策${free.length}つを、今年度に始める`,
    text: titlesOf(free),
    ...totalOf(free, matter.input.sheet.id),
    waiting: areas === '' ? notReady : `${areas}が、対策の要る状態のまま残ります。`,
  };
};

const notReady = '要る備えが整わないままになります。';

/** What staying at a network level means. */
const stayingMeans = [
  '外から入れる口が分からないまま残り、入られても止める所を決められません。',
  '事務用の網やUSBから入った攻撃が、診療の網へ届くおそれが残ります。',
  '一つの部門に入った攻撃が、ほかの部門へ広がるおそれが残ります。',
];

/** The next level of the network. */
export const climb: DecisionRule = ({ network }) => {
  if (!network || network.level >= 3) return undefined;
  return {
    title: `院内ネットワークをレベル${network.level + 1}に上げる`,
    text: titlesOf(network.steps.filter(({ optional }) => !optional)),
    ...network.total,
    waiting: stayingMeans[network.level] ?? '',
  };
};

/** Money for the measures that need some. */
export const budget: DecisionRule = (matter) => {
  const paid = beside(matter, firstMeasures(matter)).filter(({ costClass }) => costClass > 0);
  const later = beside(matter, matter.input.result.measures).filter(
    ({ costClass, gain }) => costClass > 0 && gain === 'to-2',
  );
  const chosen = paid.length > 0 ? paid : later.slice(0, 2);
  if (chosen.length === 0) return undefined;
  return {
    title: `費用の要る対策${chosen.length}つの予算を決める`,
    text: titlesOf(chosen),
    ...totalOf(chosen, matter.input.sheet.id),
    waiting: waitingFor(matter, chosen),
  };
};

function waitingFor({ input: { sheet } }: BoardMatter, measures: readonly ProposedMeasure[]): string {
  const items = new Map(itemsOf(sheet).map((item) => [item.id, item]));
  const [first] = raisedItems(measures, 2).flatMap((item) => items.get(item) ?? []);
  return first ? `「${first.text}」の答えが低いまま残ります。` : notReady;
}

/** Working hours for those who carry the measures out. */
export const time: DecisionRule = (matter) => {
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
