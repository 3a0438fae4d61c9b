import type { SheetRows } from '#core/kernel/workbook.ts';
import { readWorkbook } from '#server/platform/documents/read-workbook.ts';
import { writeWorkbook } from '#server/platform/documents/write-workbook.ts';

const column = { item: 0, value: 4 };

type Cell = SheetRows['rows'][number][number];

const text = (cell: Cell) => (typeof cell === 'boolean' ? String(cell) : cell);

/** A sheet that was taken away, with other values for some items, as a spreadsheet program saves it. */
export async function withValues(file: Uint8Array, values: Readonly<Record<string, string>>): Promise<Buffer> {
  const read = await readWorkbook(file);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const valueIn = (row: readonly Cell[], cell: Cell, at: number) =>
    (at === column.value ? values[String(row[column.item])] : undefined) ?? text(cell);
  const sheets = read.sheets.map(({ name, rows }) => ({
    name,
    columns: [],
    rows: rows.map((row) => row.map((cell, at) => valueIn(row, cell, at))),
  }));
  return Buffer.from(await writeWorkbook({ title: '', source: '', sheets }));
}
