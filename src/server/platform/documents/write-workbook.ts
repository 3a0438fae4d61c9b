import writeExcelFile, { type Cell, type CellObject } from 'write-excel-file/node';
import type { CellValue, Workbook, WorkbookCell, Worksheet } from '#core/kernel/workbook.ts';
import { cellText } from './cell-text.ts';
import { workbookFeature } from './workbook-feature.ts';
import { looks } from './workbook-look.ts';

/** The bytes of the workbook as an `.xlsx` file. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const options = { fontFamily: '游ゴシック', fontSize: 11, features: [workbookFeature(workbook)] };
  return Uint8Array.from(await writeExcelFile(workbook.sheets.map(writtenSheet), options).toBuffer());
}

function writtenSheet(sheet: Worksheet) {
  return {
    sheet: sheet.name,
    data: sheet.rows.map((row) => row.flatMap(writtenCells)),
    columns: sheet.columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
    showGridLines: false,
    stickyRowsCount: sheet.headRow ?? 0,
    stickyColumnsCount: sheet.frozenColumns ?? 0,
  };
}

function writtenCells(cell: WorkbookCell): Cell[] {
  if (cell === null || typeof cell !== 'object') return [writtenCell(cell, {})];
  const { value, look, span = 1 } = cell;
  const covered = Array.from({ length: span - 1 }, () => null);
  return [writtenCell(value, { ...looks[look], ...(span > 1 ? { columnSpan: span } : {}) }), ...covered];
}

function writtenCell(value: CellValue, look: Omit<CellObject, 'value' | 'type'>): Cell {
  if (typeof value === 'number') return { ...look, value, type: Number };
  const { format: _numbersOnly, ...plain } = look;
  return value === null || value === '' ? plain : { ...plain, value: cellText(value), type: String };
}
