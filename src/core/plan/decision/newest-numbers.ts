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
};

/** 「令和8年度の点検」 */
export const numbersTitle = ({ fiscalYear }: Pick<NewestNumbers, 'fiscalYear'>): string =>
  `${yearTitle(fiscalYear)}の点検`;

/** The numbers as people read them: 「総合 1.64／3点」「対策が要る分野 10／21分野」「院内ネットワーク レベル1／3」. */
export function numberWords({ score, weakAreas, areas, networkLevel }: NewestNumbers): readonly string[] {
  return [
    ...(score === null ? [] : [`総合 ${sheetScoreText(score)}／3点`, `対策が要る分野 ${weakAreas}／${areas}分野`]),
    ...(networkLevel === null ? [] : [`院内ネットワーク レベル${networkLevel}／3`]),
  ];
}
