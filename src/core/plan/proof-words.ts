import type { Plan } from './plan.ts';
import { isFound } from './plan-words.ts';
import type { StageName } from './stage.ts';

type Proof = Pick<Plan, 'status' | 'gap' | 'stage' | 'goal' | 'areas' | 'networkLevel'>;

/** Whether nothing better can be, in words; of an infeasible plan whether what is said of the limits is certain. */
export function proofText(plan: Proof): string {
  const { status, gap, stage } = plan;
  if (status === 'infeasible') return gap > 0 ? 'いくら要るかは、時間までに確かめられませんでした。' : '';
  if (!isFound(plan)) return '';
  if (stage === null) return 'これより良い組み合わせが無いことを、計算で確かめています。';
  return `時間までに見つかったうちの最良です。${provenText(plan, stage)}${openText(stage, gap)}`;
}

const decided: Readonly<Record<StageName, string>> = {
  weakest: 'いちばん低い分野の点',
  network: '院内ネットワークのレベル',
  areas: '分野の点の合計',
  cost: '費用',
  ids: '組み合わせ',
};

/** What the stages before this one decided, and with the goal that has to be reached in any case that it is. */
function provenText({ goal, areas, networkLevel }: Proof, stage: StageName): string {
  const scored = areas.length > 0;
  const stages: readonly StageName[] = [
    ...(goal === 'weakest' && scored ? (['weakest'] as const) : []),
    ...(goal === 'weakest' && networkLevel ? (['network'] as const) : []),
    ...(goal === 'weakest' && scored ? (['areas'] as const) : []),
    'cost',
    'ids',
  ];
  const proven = stages.slice(0, stages.indexOf(stage)).map((name) => decided[name]);
  const reached = goal === 'level2' ? '目標に届きます。' : '';
  return proven.length > 0 ? `${reached}${proven.join('と')}は、これより良くならないことを確かめています。` : reached;
}

function openText(stage: StageName, gap: number): string {
  if (stage === 'ids') return '同じだけ良い組み合わせが、ほかにもあるかもしれません。';
  const better = stage === 'cost' ? '安くなる' : '上がる';
  return gap < 1
    ? `${decided[stage]}は、さらに${better}としても ${Math.ceil(gap * 100)}％までです。`
    : `${decided[stage]}がさらに${better}かは、確かめられていません。`;
}
