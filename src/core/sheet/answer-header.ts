import type { Fault } from '../kernel/contract.ts';
import type { SheetRows } from '../kernel/workbook.ts';
import { folded } from './answer-token.ts';

/** Where a column stands, counting from 0, and what its header says. */
export type FileColumn = { readonly at: number; readonly title: string };

export type FileColumns = {
  /** Row of the header, counting from 1. */
  readonly row: number;
  /** How many columns the header has, up to the last one with a title. */
  readonly width: number;
  readonly item: FileColumn;
  readonly value: FileColumn;
  readonly note: FileColumn;
  readonly revision?: FileColumn;
  /** Of a checklist: the two days of an answer. */
  readonly confirmedOn?: FileColumn;
  readonly targetOn?: FileColumn;
  /** Of an audit: what the auditor concludes. */
  readonly conclusion?: FileColumn;
};

type Cells = SheetRows['rows'][number];
const optional = ['revision', 'confirmedOn', 'targetOn', 'conclusion'] as const;
type Field = 'item' | 'value' | 'note' | (typeof optional)[number];

/** What the columns are called in our own workbook; CSV uses the English words. */
export const columnTitles: Readonly<Record<Field, string>> = {
  item: '設問番号',
  value: '回答',
  note: 'メモ',
  revision: '更新番号',
  confirmedOn: '確認日',
  targetOn: '目標日',
  conclusion: '結論',
};

/** People put titles above a table; a header further down than this is none. */
const searched = 20;

/** Finds the header: the first row that names items, otherwise the first row that is not empty, with what it lacks. */
export function columnsOf(rows: SheetRows['rows']): FileColumns | { readonly faults: readonly Fault[] } {
  const index = headerIndex(rows);
  const cells = rows[index] ?? [];
  const row = index + 1;
  const [item, value, note] = [column(cells, 'item'), column(cells, 'value'), column(cells, 'note')];
  const faults = [...missing(row, { item, value, note }), ...twice(row, cells)];
  if (!item || !value || !note || faults.length > 0) return { faults };
  const more = optional.flatMap((field) => {
    const found = column(cells, field);
    return found ? [[field, found] as const] : [];
  });
  const width = cells.findLastIndex((cell) => folded(cell) !== '') + 1;
  return { row, width, item, value, note, ...Object.fromEntries(more) };
}

function headerIndex(rows: SheetRows['rows']): number {
  const named = rows.slice(0, searched).findIndex((row) => column(row, 'item') !== undefined);
  const filled = rows.findIndex((row) => row.some((cell) => folded(cell) !== ''));
  return named >= 0 ? named : Math.max(filled, 0);
}

function isTitleOf(field: Field, cell: Cells[number]): boolean {
  return [field, columnTitles[field]].some((title) => folded(title) === folded(cell));
}

function column(cells: Cells, field: Field): FileColumn | undefined {
  const at = cells.findIndex((cell) => isTitleOf(field, cell));
  return at < 0 ? undefined : { at, title: String(cells[at]).trim() };
}

function missing(row: number, found: Readonly<Record<'item' | 'value' | 'note', FileColumn | undefined>>): Fault[] {
  return (['item', 'value', 'note'] as const)
    .filter((field) => found[field] === undefined)
    .map((field) => ({
      row,
      column: field,
      code: 'header-missing',
      message: `見出しに「${field}」（${columnTitles[field]}）の列がありません。見出しを item,value,note にしてください。`,
    }));
}

function twice(row: number, cells: Cells): Fault[] {
  return (['item', 'value', 'note', ...optional] as const)
    .map((field) => ({ field, count: cells.filter((cell) => isTitleOf(field, cell)).length }))
    .filter(({ count }) => count > 1)
    .map(({ field, count }) => ({
      row,
      column: field,
      code: 'header-twice',
      message: `見出しに「${field}」（${columnTitles[field]}）の列が${count}つあります。1つだけにしてください。`,
    }));
}
