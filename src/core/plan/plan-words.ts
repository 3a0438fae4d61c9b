import { personDaysText } from '../assessment/cost.ts';
import { areaScoreText } from '../assessment/score-text.ts';
import { roleText } from '../catalogue/role-text.ts';
import type { LeftOut } from './left-out.ts';
import { isBeyond } from './out-of-reach.ts';
import type { Plan } from './plan.ts';

/** 「15万円」 from 10,000 yen up where it is whole thousands, else 「150,500円」 */
export const yenText = (amount: number) =>
  amount >= 10_000 && amount % 1_000 === 0
    ? `${(amount / 10_000).toLocaleString('ja-JP')}万円`
    : `${amount.toLocaleString('ja-JP')}円`;

/** The lowest of the scores as people read it; 「－」 where no area counts. */
export const lowestText = (scores: readonly number[]) => areaScoreText(scores.length > 0 ? Math.min(...scores) : null);

/** Whether there is a choice to show: not where none is possible, nor where the time was over before one was found. */
export const isFound = ({ status, stage }: Pick<Plan, 'status' | 'stage'>) =>
  status === 'optimal' || (status === 'time-limit' && stage !== null);

/** The plan in a sentence or two: what becomes of the weakest area and the network, or why nothing is chosen. */
export function planLead(plan: Plan): string {
  const { status, chosen, goal, networkLevel } = plan;
  if (status === 'infeasible')
    return `${isBeyond(plan.outOfReach) ? 'どれだけ予算と人日があっても' : 'この予算と人日では'}、目標に届く組み合わせがありません。`;
  if (!isFound(plan))
    return '時間までに、組み合わせを見つけられませんでした。予算か手間を変えて、もう一度お試しください。';
  const unseen = goal === 'level2' && networkLevel === null ? networkUnseen : '';
  if (chosen.length > 0) return [...areasLead(plan), ...networkLead(plan), unseen].join('');
  if (goal !== 'level2')
    return `この予算と人日で、${plan.areas.length > 0 ? '点' : 'レベル'}を上げられる対策はありません。`;
  return unseen ? `分野は、今のままで目標に届いています。${unseen}` : '今のままで、目標に届いています。';
}

/** The goal names the network too, and nothing is known of it. */
const networkUnseen = '院内ネットワークは、提出した点検がないため、計画に入っていません。';

function areasLead({ areas }: Plan): string[] {
  if (areas.length === 0) return [];
  const [before, after] = [lowestText(areas.map((area) => area.before)), lowestText(areas.map((area) => area.after))];
  const risen = areas.filter((area) => area.after > area.before).length;
  if (before === after) {
    return [`いちばん低い分野は${before}点のまま${risen > 0 ? `ですが、${risen}分野が上がります` : 'です'}。`];
  }
  return [`いちばん低い分野が${before}点から${after}点に上がります。あわせて${risen}分野が上がります。`];
}

function networkLead({ areas, networkLevel: level }: Plan): string[] {
  if (!level) return [];
  if (level.after > level.before)
    return [`院内ネットワークは、レベル${level.before}からレベル${level.after}に上がります。`];
  return areas.length > 0 ? [] : [`院内ネットワークは、レベル${level.before}のままです。`];
}

/** At what a plan begins where audits or drills found less than is claimed; empty where they did not. */
export const beginningText = (established: number): string =>
  established === 0 ? '' : `監査や訓練で、自己点検より低いと確かめた値から計画しています：${established}問。`;

/** Why a measure is not in the plan. */
export function leftOutText({ reason, missing }: Pick<LeftOut, 'reason' | 'missing'>): string {
  if (reason === 'excluded') return 'できない対策として除いたため';
  if (reason === 'held-back') return '先に要る対策が、計画に入らないため';
  if (reason === 'no-gain') return '選んだ対策に加えても、点も院内ネットワークのレベルも上がらないため';
  if (reason === 'not-needed') return 'これがなくても、目標に届くため';
  const more = [
    ...(missing.budget > 0 ? [yenText(missing.budget)] : []),
    ...(missing.personDays > 0 ? [personDaysText(missing.personDays)] : []),
    ...missing.roles.map(({ role, days }) => `${roleText(role)}の${personDaysText(days)}`),
  ];
  return more.length > 0
    ? `あと${more.join('と')}が要るため`
    : '加えるとさらに良くなるかを、時間までに確かめられなかったため';
}
