import type { ProvenNumbers } from '../../assessment/proven-numbers.ts';
import { sheetScoreText } from '../../assessment/score-text.ts';
import { yearTitle } from '../../kernel/fiscal-year.ts';

/** A newest submitted result in numbers; a score of 0–3 and a level of 0–3 where the result has one. */
export type NewestNumbers = {
  readonly runId: string;
  readonly fiscalYear: number;
  readonly score: number | null;
  readonly weakAreas: number;
  readonly areas: number;
  readonly networkLevel: number | null;
  /** With what audits and drills established; null where that lowers no answer. */
  readonly proven: ProvenNumbers | null;
};

/** 「令和8年度の点検」 */
export const numbersTitle = ({ fiscalYear }: Pick<NewestNumbers, 'fiscalYear'>): string =>
  `${yearTitle(fiscalYear)}の点検`;

type Told = Pick<NewestNumbers, 'score' | 'weakAreas' | 'networkLevel'>;

function wordsOf({ score, weakAreas, networkLevel }: Told, areas: number): readonly string[] {
  return [
    ...(score === null ? [] : [`総合 ${sheetScoreText(score)}／3点`, `対策が要る分野 ${weakAreas}／${areas}分野`]),
    ...(networkLevel === null ? [] : [`院内ネットワーク レベル${networkLevel}／3`]),
  ];
}

/** The numbers as people read them: 「総合 1.64／3点」「対策が要る分野 10／21分野」「院内ネットワーク レベル1／3」. */
export const numberWords = (newest: NewestNumbers): readonly string[] => wordsOf(newest, newest.areas);

/** Whose numbers these are, before the words of what was established. */
export const provenTitle = '監査や訓練で確かめた値では';

/** What was established, in the same words; empty where that changes nothing. */
export const provenWords = ({ proven, areas }: NewestNumbers): readonly string[] =>
  proven ? wordsOf(proven, areas) : [];
