import type { Report } from '../../assessment/report.ts';
import type { SuggestedRequest } from './request.ts';

/** The item that asks for the ends of support and a plan of renewal. */
const agedItem = 'H03-4';
const lowValues: readonly unknown[] = ['0', '1', 'unknown'];

/** What a submitted run says of machines and software whose support ends. */
export type AgedSystems = { readonly runId: string; readonly question: string; readonly said: string };

/** What the report of a run says of them; null where the list and the plan stand, by its answer and by what was established. */
export function agedSystems(runId: string, { answers, established }: Report): AgedSystems | null {
  const line = answers.flatMap(({ lines }) => lines).find(({ item }) => item === agedItem);
  if (!line) return null;
  const lower = established?.facts?.lower.some(({ item }) => item === agedItem) ?? false;
  if (!lower && !lowValues.includes(line.value)) return null;
  const question = `${line.item}「${line.text}」`;
  return { runId, question, said: [`「${line.answer}」`, ...line.established].join('、') };
}

/** A request to settle which systems are renewed, guarded otherwise or closed where nobody has listed when their support ends. 経営管理編 3⑰. */
export const closingRequests = (aged: readonly AgedSystems[]): readonly SuggestedRequest[] =>
  aged.map(({ runId, question, said }) => ({
    kind: 'closing',
    title: 'サポートの終わったシステムを、更新するか、やめるかを決める',
    matter: `点検の${question}の答えは${said}です。先にサポートの終わる日を一覧にし、一つずつ、更新する・別の対策で補って使う・使うのをやめる、のどれにするかを決めます。`,
    cost: null,
    effect: '弱点を直せないまま使う機器とソフトが減り、更新の時期と費用を先に見通せます。',
    waiting: '弱点が見つかっても直してもらえない機器とソフトが、攻撃の入口として残ります（経営管理編 3⑰）。',
    neededBy: null,
    source: `closing/${runId}`,
    takes: { cost: '一つずつ、事業者の見積りの額', effort: null },
  }));
