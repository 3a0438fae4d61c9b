import type { Report } from '#core/assessment/report.ts';
import type { Result } from '#core/assessment/result.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';

/** A result as every part shows it: the words of the report, the result behind them and the way to the answers. */
export type ShownResult = {
  readonly report: Report;
  readonly result: Result;
  readonly sheet: Sheet;
  readonly answers: Answers;
  /** Where an item is answered; without one, where the sheet is. */
  readonly answersAt: (item?: string) => string;
  /** Where the network level beside the scores comes from; null where there is none or this is its own page. */
  readonly networkAt: string | null;
};
