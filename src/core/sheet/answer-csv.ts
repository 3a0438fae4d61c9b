import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { marksOf } from './answer-marks.ts';
import { answerToken } from './answer-token.ts';
import type { FilledAnswer } from './answer-workbook.ts';
import { isChecklist } from './checklist.ts';
import { conclusionTitles } from './conclusion.ts';
import type { RunPurpose } from './run-purpose.ts';

/** Media type of the file. */
export const csvType = 'text/csv;charset=utf-8';

/**
 * The answers of a run as rows of `item,value,note`, of a checklist with its two days beside them, of an audit with
 * the conclusion, one for every item in the order of the sheet, an unanswered one
 * without a value: what `mamori assess --answers` and `parseAnswerFile` read.
 */
export function answerRows(
  sheet: Sheet,
  answers: ReadonlyMap<string, Omit<FilledAnswer, 'revision'>>,
  purpose: RunPurpose = 'own',
): readonly (readonly string[])[] {
  const rows = itemsOf(sheet).map(({ id }) => {
    const answer = answers.get(id);
    const { confirmedOn, targetOn, conclusion } = marksOf(answer ?? {});
    const days = isChecklist(sheet.id) ? [confirmedOn ?? '', targetOn ?? ''] : [];
    const concluded = purpose === 'audit' ? [conclusion === null ? '' : conclusionTitles[conclusion]] : [];
    return [id, answerToken(answer?.value ?? null), answer?.note ?? '', ...days, ...concluded];
  });
  const days = isChecklist(sheet.id) ? ['confirmedOn', 'targetOn'] : [];
  return [['item', 'value', 'note', ...days, ...(purpose === 'audit' ? ['conclusion'] : [])], ...rows];
}
