import type { RiskState } from './risk-state.ts';

/** The states as people read them. */
export const riskStateTitles: Readonly<Record<RiskState, string>> = {
  unassessed: '見積もり前',
  undecided: '対応を決める前',
  treating: '対応中',
  treated: '対応済み',
  asked: '受容の決定待ち',
  accepted: '受容中',
  lapsed: '受容の期限切れ',
  refused: '受容されていない',
  closed: '終わった',
};
