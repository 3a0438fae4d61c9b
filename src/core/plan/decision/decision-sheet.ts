import { fiscalYearOf, japaneseDate, yearTitle } from '../../kernel/fiscal-year.ts';
import { yenText } from '../plan-words.ts';
import { type Decision, decisionNumber } from './decision.ts';
import type { Decided } from './decision-contract.ts';
import { type NewestNumbers, numbersTitle, numberWords, provenTitle, provenWords } from './newest-numbers.ts';
import { outcomeWords } from './outcome.ts';
import type { DecisionRequest } from './request.ts';
import { type RequestKind, requestKindTitles } from './request-kind.ts';
import { byState } from './request-state.ts';

/** The page for the board’s meeting as plain data. */
export type DecisionSheet = {
  readonly title: string;
  readonly facility: string;
  /** 「令和8年11月27日（金）現在」 */
  readonly dateLine: string;
  /** The newest results, a line each, below it what was established. */
  readonly result: string;
  readonly due: readonly {
    readonly kind: string;
    readonly title: string;
    readonly matter: string;
    readonly cost: string;
    readonly effect: string;
    readonly waiting: string;
    /** 「令和8年12月20日（日）まで」; empty where no day was named. */
    readonly neededBy: string;
    /** Whether deciding it takes a last day. */
    readonly ends: boolean;
    /** To tick on paper: 「決める」「見送る」. */
    readonly yes: string;
    readonly no: string;
  }[];
  /** 「令和8年度に決めたこと」 */
  readonly decidedTitle: string;
  readonly decided: readonly {
    readonly number: string;
    readonly day: string;
    readonly title: string;
    readonly outcome: string;
  }[];
};

/** 「令和8年12月20日（日）」 of a day in Japan. */
export const dayText = (day: string): string => japaneseDate(new Date(`${day}T00:00:00+09:00`));

/** What it costs as people read it. */
export const costWords = (cost: number | null): string => (cost === null ? '未定' : yenText(cost));

type Ended = Pick<Decision, 'outcome' | 'until'>;

/** What the day of a decision means: 「令和9年1月15日（金）に、もう一度」; empty where there is none. */
export function untilWords(kind: RequestKind, { outcome, until }: Ended): string {
  if (until === null) return '';
  if (outcome === 'deferred') return `${dayText(until)}に、もう一度`;
  return kind === 'risk-acceptance' ? `${dayText(until)}まで受け入れる` : dayText(until);
}

/** 「決めた（令和9年3月31日（水）まで受け入れる）」 */
export function decisionWords(kind: RequestKind, decision: Ended): string {
  const until = untilWords(kind, decision);
  return outcomeWords(kind, decision.outcome).title + (until === '' ? '' : `（${until}）`);
}

function provenLine(one: NewestNumbers): readonly string[] {
  const words = provenWords(one);
  return words.length === 0 ? [] : [`${provenTitle}：${words.join('、')}`];
}

const resultLine = (newest: readonly NewestNumbers[]): string =>
  newest.length === 0
    ? '提出した点検の結果は、まだありません。'
    : newest.flatMap((one) => [`${numbersTitle(one)}：${numberWords(one).join('、')}`, ...provenLine(one)]).join('\n');

/** The page for the board’s meeting: how the facility stands, what is to be decided now, what was decided in the fiscal year. */
export function decisionSheet(of: {
  readonly facility: string;
  /** What needs something more. */
  readonly requests: readonly DecisionRequest[];
  /** Of the fiscal year, the newest first. */
  readonly decided: readonly Decided[];
  readonly newest: readonly NewestNumbers[];
  readonly now: Date;
}): DecisionSheet {
  const { facility, requests, decided, newest, now } = of;
  return {
    title: '経営者が決めること',
    facility,
    dateLine: `${japaneseDate(now)}現在`,
    result: resultLine(newest),
    due: byState(requests, now).due.map(({ kind, title, matter, cost, effect, waiting, neededBy }) => ({
      kind: requestKindTitles[kind],
      title,
      matter,
      cost: costWords(cost),
      effect,
      waiting,
      ends: kind === 'risk-acceptance',
      yes: outcomeWords(kind, 'approved').act,
      no: outcomeWords(kind, 'declined').act,
      neededBy: neededBy === null ? '' : `${dayText(neededBy)}まで`,
    })),
    decidedTitle: `${yearTitle(fiscalYearOf(now))}に決めたこと`,
    decided: decided.map(({ request: { kind, title }, decision }) => ({
      number: decisionNumber(decision),
      day: japaneseDate(decision.decidedAt).replace(/（.*/, ''),
      title,
      outcome: decisionWords(kind, decision),
    })),
  };
}
