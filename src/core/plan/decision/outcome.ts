import { z } from 'zod';
import type { RequestKind } from './request-kind.ts';

/** What an executive can say to a request. */
export const outcomes = ['approved', 'deferred', 'declined'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** An outcome as people read it: to choose it, once it is chosen, in a sentence, what is asked before, and what its reason is. */
type OutcomeWords = {
  readonly act: string;
  readonly title: string;
  readonly said: string;
  readonly asks: string;
  readonly reason: string;
};

const plain: Readonly<Record<Outcome, OutcomeWords>> = {
  approved: {
    act: '決める',
    title: '決めた',
    said: '決めました',
    asks: 'この内容で決めますか',
    reason: '理由や条件',
  },
  deferred: {
    act: '先に延ばす',
    title: '先に延ばした',
    said: '先に延ばしました',
    asks: 'いつまで先に延ばしますか',
    reason: '延ばす理由',
  },
  declined: {
    act: '見送る',
    title: '見送った',
    said: '見送りました',
    asks: '見送る理由を書いてください',
    reason: '見送る理由',
  },
};

/** What is said to why a clause is not kept: deciding it could as well mean that it is to be kept. */
const ofUndone: Readonly<Record<Outcome, OutcomeWords>> = {
  approved: {
    act: '認める',
    title: '認めた',
    said: '認めました',
    asks: 'できない理由を認めますか',
    reason: '認める理由や条件',
  },
  deferred: plain.deferred,
  declined: {
    act: '認めない（対応させる）',
    title: '認めなかった（対応させる）',
    said: '認めませんでした（対応させます）',
    asks: '認めない理由と、いつまでに何をさせるかを書いてください',
    reason: '認めない理由と、させること',
  },
};

/** The words of an outcome, as the kind of request has them. */
export const outcomeWords = (kind: RequestKind, outcome: Outcome): OutcomeWords =>
  (kind === 'clause-undone' ? ofUndone : plain)[outcome];
