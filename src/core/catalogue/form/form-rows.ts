import type { Fault } from '../../kernel/contract.ts';
import type { SheetRows } from '../../kernel/workbook.ts';

/** The rows of a form's workbook as text, from the first one, cut where nothing follows. */
export type FormRows = readonly (readonly string[])[];

/** Largest form: rows, columns, and characters of one cell. */
export const mostFormRows = 500;
export const mostFormColumns = 30;
export const longestCell = 1000;

const asText = (cell: SheetRows['rows'][number][number] | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

function textRows({ rows }: SheetRows): FormRows {
  const texts = rows.map((row) => {
    const cells = row.map(asText);
    return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  });
  return texts.slice(0, texts.findLastIndex((row) => row.length > 0) + 1);
}

function faultOf(rows: FormRows): Fault | undefined {
  if (rows.length > mostFormRows) {
    const message = `行が${rows.length}行あります。様式は${mostFormRows}行までです。様式のファイルを選んでください。`;
    return { code: 'form-too-many-rows', message };
  }
  if (rows.some((row) => row.length > mostFormColumns)) {
    const message = `列が多すぎます（${mostFormColumns}列まで）。様式のファイルを選んでください。`;
    return { code: 'form-too-many-columns', message };
  }
  const row = rows.findIndex((cells) => cells.some((cell) => cell.length > longestCell));
  if (row < 0) return undefined;
  const message = `${row + 1}行目に、${longestCell}文字より長いセルがあります。様式のファイルを選んでください。`;
  return { row: row + 1, code: 'form-cell-too-long', message };
}

/**
 * The rows of the one sheet of a form. Codes: `form-empty`, `form-several-sheets`, `form-too-many-rows`,
 * `form-too-many-columns`, `form-cell-too-long`.
 */
export function readForm(
  sheets: readonly SheetRows[],
): { readonly rows: FormRows } | { readonly faults: readonly Fault[] } {
  const filled = sheets.map(textRows).filter((rows) => rows.length > 0);
  const [rows] = filled;
  if (!rows) {
    const message = 'ファイルに何も書かれていません。様式のファイルを選んでください。';
    return { faults: [{ code: 'form-empty', message }] };
  }
  if (filled.length > 1) {
    const names = sheets.map(({ name }) => `「${name}」`).join('');
    const message = `書かれたシートが${filled.length}枚あります（${names}）。読み込むシート1枚だけを残して保存し、選び直してください。`;
    return { faults: [{ code: 'form-several-sheets', message }] };
  }
  const fault = faultOf(rows);
  return fault ? { faults: [fault] } : { rows };
}
