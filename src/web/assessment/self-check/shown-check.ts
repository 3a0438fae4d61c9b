import { type ReportInput, reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { ShownResult } from '../result/shown-result.ts';
import { measuresOf } from './measures-of.ts';
import { answersOf, type SelfCheck } from './self-check.ts';

/** The check as a result, computed here in the browser by the rules the server uses. */
export function shownCheck(check: SelfCheck, sheet: Sheet, network: ReportInput['network']): ShownResult {
  const answers = answersOf(check, { id: 'small-facility', version: sheet.version });
  const result = assess(sheet, answers, { measureOf: measuresOf([sheet]) });
  return {
    report: reportOf({ sheet, answers, result, now: new Date(), ...(network && { network }) }),
    result,
    sheet,
    answers,
    answersAt: (item) => `/self-check/questions${item ? `?view=one&item=${item}` : ''}`,
    networkAt: network ? '/self-check/network?view=list' : null,
  };
}
