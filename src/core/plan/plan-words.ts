import { personDaysText } from '../assessment/cost.ts';
import { areaScoreText } from '../assessment/score-text.ts';
import type { LeftOut } from './left-out.ts';
import type { Limit, Plan } from './plan.ts';

/** 「150,000円」 */
export const yenText = (amount: number) => `${amount.toLocaleString('ja-JP')}円`;

/** The plan in a sentence: what becomes of the weakest area, or that no choice reaches the goal. */
export function planLead({ status, areas, chosen }: Plan): string {
  if (status === 'infeasible') return 'この予算と人日では、目標に届く組み合わせがありません。';
  if (chosen.length === 0) return 'この予算と人日で、点を上げられる対策はありません。';
  const lowest = (scores: readonly number[]) => areaScoreText(Math.min(...scores));
  const [before, after] = [lowest(areas.map((area) => area.before)), lowest(areas.map((area) => area.after))];
  const rest = `あわせて${areas.filter((area) => area.after > area.before).length}分野が上がります。`;
  return before === after
    ? `いちばん低い分野は${before}点のままですが、${rest}`
    : `いちばん低い分野が${before}点から${after}点に上がります。${rest}`;
}

/** Whether nothing better can be, in words; of an infeasible plan whether what is said of the limits is certain. */
export function proofText({ status, gap }: Pick<Plan, 'status' | 'gap'>): string {
  if (status === 'infeasible') return gap > 0 ? 'いくら要るかは、時間までに確かめられませんでした。' : '';
  return status === 'optimal'
    ? 'これより良い組み合わせが無いことを、計算で確かめています。'
    : `時間までに見つかったうちの最良です（さらに良いものがあるとしても ${Math.round(gap * 100)}％まで）。`;
}

const isShort = ({ given, needed }: Limit) => needed === null || needed > given;

/** Which limit is in the way of the goal and by how much, a line for each; none where that is not certain. */
export function shortageLines({ limits: { budget, personDays }, gap }: Plan): string[] {
  if (gap > 0) return [];
  const line = (name: string, { given, needed }: Limit, text: (amount: number) => string) =>
    needed === null
      ? `${name}: いくらあっても届きません。除いた対策を見直してください。`
      : `${name}: ${text(given)} では足りません。少なくとも ${text(needed)} が要ります。`;
  return [
    ...(isShort(budget) ? [line('予算', budget, yenText)] : []),
    ...(isShort(personDays) ? [line('人日', personDays, personDaysText)] : []),
  ];
}

/** Why a measure is not in the plan. */
export function leftOutText({ reason, missing }: Pick<LeftOut, 'reason' | 'missing'>): string {
  if (reason === 'excluded') return 'できない対策として除いたため';
  if (reason === 'held-back') return '先に要る対策が、計画に入らないため';
  if (reason === 'no-gain') return '選んだ対策に加えても、点もネットワークの段階も上がらないため';
  if (reason === 'not-needed') return 'これがなくても、目標に届くため';
  const more = [
    ...(missing.budget > 0 ? [yenText(missing.budget)] : []),
    ...(missing.personDays > 0 ? [personDaysText(missing.personDays)] : []),
  ];
  return more.length > 0
    ? `あと${more.join('と')}が要るため`
    : '加えるとさらに良くなるかを、時間までに確かめられなかったため';
}
