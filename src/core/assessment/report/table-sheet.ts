import type { CellValue, WorkbookCell, Worksheet } from '../../kernel/workbook.ts';

/** One column of a table: its title, width and what stands in it. */
export type TableColumn<Row> = {
  readonly title: string;
  readonly width: number;
  readonly of: (row: Row) => WorkbookCell;
};

/** A sheet that is one table under one head row, to be filtered and printed on A4 across. */
export function tableSheet<Row>(name: string, rows: readonly Row[], columns: readonly TableColumn<Row>[]): Worksheet {
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      columns.map(({ title }) => ({ value: title, look: 'head' as const })),
      ...rows.map((row) => columns.map(({ of }) => framed(of(row)))),
    ],
    headRow: 1,
    frozenColumns: 1,
    filter: true,
    landscape: true,
  };
}

function framed(cell: WorkbookCell): WorkbookCell {
  const isLooked = (value: WorkbookCell): value is Exclude<WorkbookCell, CellValue> =>
    typeof value === 'object' && value !== null;
  return isLooked(cell) ? cell : { value: cell, look: 'text' };
}
