import type { Fault } from '../kernel/contract.ts';
import type { SheetRows } from '../kernel/workbook.ts';
import { folded } from './answer-token.ts';

/** A column that only the file of a result has: it lists the answers as well, but is not the one to answer in. */
export const resultColumn = '前回の回答（変わったもの）';

/** Whether a header is that of a result, which somebody gave in place of the answers. */
export function isHeadOfResult(cells: SheetRows['rows'][number]): boolean {
  return cells.some((cell) => folded(cell) === folded(resultColumn));
}

export const resultFile: Fault = {
  code: 'result-file',
  message:
    'これは結果のファイルです。回答は読み込めません。「Excelで答える」で受け取ったファイルか、見出しが item,value,note の CSV を使ってください。',
};
