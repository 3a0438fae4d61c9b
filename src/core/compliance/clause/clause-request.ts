import { decisionNumber } from '../../plan/decision/decision.ts';
import type { DecisionRequest, RequestEdit } from '../../plan/decision/request.ts';
import { stateOf } from '../../plan/decision/request-state.ts';
import type { AskedOfClause, ClauseView } from './clause-record.ts';

/** The source of what is asked of a clause: once a fiscal year, so that a decision is asked for anew in the next. */
export const clauseSource = (clauseId: string, fiscalYear: number): string => `clause/${clauseId}/${fiscalYear}`;

type Asked = Pick<ClauseView, 'part' | 'label' | 'text' | 'undone'>;

const mostMatter = 600;

/** What the executives are asked where a clause is not kept: whether the reason holds, or what is to be done by when (経営管理編 4②). */
export function clauseRequest({ part, label, text, undone }: Asked): RequestEdit {
  const matter = `ガイドライン${part.title} ${label}「${text}」が、できていません。理由：${undone}`;
  return {
    kind: 'other',
    title: `ガイドライン${part.title} ${label}をできない理由を認めるか、対応させるかを決める`,
    matter: matter.length > mostMatter ? `${matter.slice(0, mostMatter - 1)}…` : matter,
    cost: null,
    effect: '理由を認めるのか、いつまでに対応するのかが決まり、番号の付いた記録が残ります（経営管理編 4②）。',
    waiting: 'できていない理由と、要るかどうかが決まらないまま、立入検査や監査で説明できません。',
    neededBy: null,
  };
}

/** Where what was asked of a clause stands on a day in Japan; null where nothing was asked, or it was withdrawn. */
export function askedOf(requests: readonly DecisionRequest[], source: string, today: string): AskedOfClause | null {
  const request = requests.find((one) => one.source === source && one.withdrawnAt === null);
  if (!request) return null;
  const last = request.decisions.at(-1);
  return {
    state: stateOf(request, today),
    decided: last ? { outcome: last.outcome, number: decisionNumber(last), reason: last.reason } : null,
  };
}

/**
 * Whether the executives have accepted this year why a clause is not kept (経営管理編 4②): then nobody is reminded of it, and it is not
 * late, until the next fiscal year asks anew or the reason is taken back.
 */
export const isAccepted = ({ undone, asked }: Pick<ClauseView, 'undone' | 'asked'>): boolean =>
  undone !== '' && asked?.state === 'settled' && asked.decided?.outcome === 'approved';
