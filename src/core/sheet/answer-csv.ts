import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { answerToken } from './answer-token.ts';
import type { FilledAnswer } from './answer-workbook.ts';
import { daysOf, isChecklist } from './checklist.ts';

/** Media type of the file. */
export const csvType = 'text/csv;charset=utf-8';

/**
 * The answers of a run as rows of `item,value,note`, of a checklist with its two days beside them, one for every item in the order of the sheet, an unanswered one
 * without a value: what `mamori assess --answers` and `parseAnswerFile` read.
 */
export function answerRows(
  sheet: Sheet,
  answers: ReadonlyMap<string, Omit<FilledAnswer, 'revision'>>,
): readonly (readonly string[])[] {
  const rows = itemsOf(sheet).map(({ id }) => {
    const answer = answers.get(id);
    const { confirmedOn, targetOn } = daysOf(answer ?? {});
    const days = isChecklist(sheet.id) ? [confirmedOn ?? '', targetOn ?? ''] : [];
    return [id, answerToken(answer?.value ?? null), answer?.note ?? '', ...days];
  });
  return [['item', 'value', 'note', ...(isChecklist(sheet.id) ? ['confirmedOn', 'targetOn'] : [])], ...rows];
}
