import { type Band, bandTitles } from '#core/risk/band.ts';
import type { Criteria } from '#core/risk/criteria.ts';
import { bandOf, type Estimate } from '#core/risk/level.ts';
import type { RiskState } from '#core/risk/risk-state.ts';

export const stateTones: Readonly<Record<RiskState, 'plain' | 'now' | 'attention' | 'done'>> = {
  unassessed: 'plain',
  undecided: 'attention',
  treating: 'now',
  treated: 'done',
  asked: 'now',
  accepted: 'now',
  lapsed: 'attention',
  refused: 'attention',
  closed: 'plain',
};

export const bandTones: Readonly<Record<Band, 'plain' | 'attention'>> = {
  calm: 'plain',
  attention: 'attention',
  urgent: 'attention',
};

/** 「15（急ぐ）」; 「見積もり前」 where nobody has estimated it. */
export function levelWords(level: number, criteria: Criteria): string {
  const band = bandOf(level, criteria);
  return band === null ? '見積もり前' : `${level}（${bandTitles[band]}）`;
}

/** 「ときどき × 大きい」 */
export const estimateWords = ({ likelihood, impact }: Estimate, criteria: Criteria): string =>
  `${criteria.likelihood[likelihood - 1]?.title ?? likelihood} × ${criteria.impact[impact - 1]?.title ?? impact}`;

/** What is said once a risk is saved: also that the executives are to decide of it. */
export const savedWords = (words: string, state: RiskState): string =>
  state === 'asked' ? `${words}経営者の決定を待っています。` : words;
