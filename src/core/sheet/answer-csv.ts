import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { answerToken } from './answer-token.ts';
import type { FilledAnswer } from './answer-workbook.ts';

/** Media type of the file. */
export const csvType = 'text/csv;charset=utf-8';

/**
 * The answers of a run as rows of `item,value,note`, one for every item in the order of the sheet, an unanswered one
 * without a value: what `mamori assess --answers` and `parseAnswerFile` read.
 */
export function answerRows(
  sheet: Sheet,
  answers: ReadonlyMap<string, Pick<FilledAnswer, 'value' | 'note'>>,
): readonly (readonly string[])[] {
  const rows = itemsOf(sheet).map(({ id }) => {
    const { value = null, note = '' } = answers.get(id) ?? {};
    return [id, answerToken(value), note];
  });
  return [['item', 'value', 'note'], ...rows];
}
