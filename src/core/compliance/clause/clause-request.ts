import { dayInJapan, fiscalYearOf } from '../../kernel/fiscal-year.ts';
import { sameWords } from '../../kernel/same-words.ts';
import { type Decision, decisionNumber } from '../../plan/decision/decision.ts';
import { outcomeWords } from '../../plan/decision/outcome.ts';
import type { DecisionRequest, RequestEdit } from '../../plan/decision/request.ts';
import type { RequestKind } from '../../plan/decision/request-kind.ts';
import { decisionsIn, stateOf } from '../../plan/decision/request-state.ts';
import type { AskedOfClause, ClauseView } from './clause-record.ts';

/** The source of what is asked of a clause. */
export const clauseSource = (clauseId: string): string => `clause/${clauseId}`;

/** A decision, and the kind of what it was of: in what words it was made. */
type Said = { readonly kind: RequestKind; readonly decision: Decision };

type Asked = Pick<ClauseView, 'part' | 'label' | 'text' | 'undone'> & {
  /** What the executives said last of this clause, whatever the reason was then; null where they never did. */
  readonly before: Said | null;
};

const mostMatter = 600;

const beforeWords = ({ kind, decision }: Said): string =>
  `前の決定：${decisionNumber(decision)}「${outcomeWords(kind, decision.outcome).title}」。`;

/** What the executives are asked where a clause is not kept: whether the reason holds (経営管理編 4②). */
export function clauseRequest({ part, label, text, undone, before }: Asked): RequestEdit {
  const about = `ガイドライン${part.title} ${label}「${text}」が、できていません。`;
  const matter = `${before === null ? '' : beforeWords(before)}${about}理由：${undone}`;
  return {
    kind: 'clause-undone',
    title: `ガイドライン${part.title} ${label}ができない理由を認める`,
    matter: matter.length > mostMatter ? `${matter.slice(0, mostMatter - 1)}…` : matter,
    cost: null,
    effect:
      '認めると、今年度はこの条項を遅れとせず、お知らせもしません。認めないと、対応を続けます。どちらも番号の付いた記録が残ります（経営管理編 4②）。',
    waiting: 'できていない理由と、要るかどうかが決まらないまま、立入検査や監査で説明できません。',
    neededBy: null,
  };
}

/** What the executives said last of a clause, of whatever reason; null where they never did. */
export function lastSaidOf(requests: readonly DecisionRequest[], clauseId: string): Said | null {
  const [last] = decisionsIn(requests.filter(({ source }) => source === clauseSource(clauseId)));
  return last ? { kind: last.request.kind, decision: last.decision } : null;
}

/**
 * Where what was asked of a clause stands at a moment; null where it can be asked: nothing was, it was taken back, or it was answered
 * in a fiscal year that is over.
 */
export function askedOf(requests: readonly DecisionRequest[], clauseId: string, now: Date): AskedOfClause | null {
  const request = requests.find((one) => one.source === clauseSource(clauseId) && one.withdrawnAt === null);
  if (!request) return null;
  const [last, state] = [request.decisions.at(-1), stateOf(request, dayInJapan(now))];
  if (last && state === 'settled' && last.fiscalYear < fiscalYearOf(now)) return null;
  return {
    state,
    decided: last ? { outcome: last.outcome, number: decisionNumber(last), reason: last.reason } : null,
  };
}

/**
 * Whether the executives have accepted this year why a clause is not kept (経営管理編 4②): then nobody is reminded of it, and it is not
 * late, until the next fiscal year asks anew or the reason is another.
 */
export const isAccepted = ({ undone, asked }: Pick<ClauseView, 'undone' | 'asked'>): boolean =>
  undone !== '' && asked?.state === 'settled' && asked.decided?.outcome === 'approved';

/** Whether what was asked of a clause no longer stands for it: what is answered is answered of the reason that was put. */
export const isOvertaken = ({ undone, asked }: Pick<ClauseView, 'undone' | 'asked'>, next: string): boolean =>
  asked !== null && !sameWords(undone, next);
