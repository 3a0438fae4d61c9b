import { personDaysText } from '#core/assessment/cost.ts';
import { yenText } from '#core/plan/plan-words.ts';
import type { Effort } from '#core/plan/problem.ts';

/** 「毎年 0.5人日・20,000円」 */
export const yearlyText = ({ personDays, cost }: Effort): string =>
  `毎年 ${personDaysText(personDays)}・${yenText(cost)}`;
