import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import type { Fault } from '../kernel/contract.ts';
import type { SheetRows } from '../kernel/workbook.ts';
import { columnsOf, type FileColumns } from './answer-header.ts';
import { beyondHeader, type FileAnswer, readRow } from './answer-row.ts';
import { folded } from './answer-token.ts';
import { isHeadOfResult, resultFile } from './result-file.ts';

/** The answers of a file, and where they stand in it: name of the sheet (workbook only) and the columns. */
export type FileAnswers = {
  readonly answers: readonly FileAnswer[];
  readonly columns: FileColumns;
  readonly sheet?: string;
};

/** What a file holds: its answers, or everything that is wrong with it. */
export type AnswerFile = FileAnswers | { readonly faults: readonly Fault[] };

/** Faults told of one file at most; a file with more is not the one to mend. How many more there are is told last. */
const mostFaults = 500;

/**
 * The answers in the rows of a CSV file or of the 「回答」 sheet of our own workbook, which say `item,value,note` or
 * 設問番号・回答・メモ in their header. Every fault is listed with its place; with one, there are no answers.
 * Codes: `file-empty`, `result-file`, `header-missing`, `header-twice`, `too-many-columns` (CSV only), `item-missing`,
 * `unknown-item`, `item-twice`, `value-not-allowed`, `note-missing`, `note-too-long`, `revision-broken`, `day-not-valid`, `cell-broken`,
 * and `more-faults` where the list was cut.
 */
export function parseAnswerFile(
  rows: SheetRows['rows'],
  sheet: Sheet,
  { name, broken = [] }: Partial<Pick<SheetRows, 'name' | 'broken'>> = {},
): AnswerFile {
  const named = (faults: readonly Fault[]) => {
    return { faults: cut(faults).map((fault) => (name === undefined ? fault : { sheet: name, ...fault })) };
  };
  if (broken.length === 0 && isEmpty(rows)) return named([emptyFile]);
  const columns = columnsOf(rows);
  if ('faults' in columns) return named([...columns.faults, ...broken.map(brokenCell)]);
  if (isHeadOfResult(rows[columns.row - 1] ?? [])) return { faults: [resultFile] };
  const items = new Map(itemsOf(sheet).map((item) => [folded(item.id), item]));
  const isBroken = brokenIn(broken);
  const seen = new Map<string, number>();
  const read = rows.slice(columns.row).flatMap((cells, index) => {
    const row = columns.row + index + 1;
    const beyond = name === undefined ? beyondHeader(cells, row, columns) : [];
    return [...beyond, ...readRow({ cells, row, columns, sheet, items, seen, isBroken })];
  });
  const faults = read.flatMap((entry) => ('faults' in entry ? entry.faults : []));
  if (faults.length > 0) return named(faults);
  const answers = read.flatMap((entry) => ('faults' in entry ? [] : [entry]));
  return { answers, columns, ...(name === undefined ? {} : { sheet: name }) };
}

function isEmpty(rows: SheetRows['rows']): boolean {
  return !rows.some((row) => row.some((cell) => folded(cell) !== ''));
}

const emptyFile: Fault = {
  row: 1,
  code: 'file-empty',
  message: 'ファイルに何も書かれていません。1行目に item,value,note と書き、2行目から回答を書いてください。',
};

/** A broken cell of a sheet whose columns are not known, named as Excel names it. */
function brokenCell({ row, column }: { readonly row: number; readonly column: number }): Fault {
  const message = 'このセルの値を読めませんでした。値を入れ直してください。';
  return { row, column: columnLetters(column), code: 'cell-broken', message };
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
}

function brokenIn(broken: NonNullable<SheetRows['broken']>): (row: number, at: number) => boolean {
  const places = new Set(broken.map(({ row, column }) => `${row} ${column}`));
  return (row, at) => places.has(`${row} ${at + 1}`);
}

function cut(faults: readonly Fault[]): readonly Fault[] {
  const more = faults.length - mostFaults;
  if (more <= 0) return faults;
  const message = `このほかにも直す所が${more}件あります。ここまでを直してから、もう一度お試しください。`;
  return [...faults.slice(0, mostFaults), { code: 'more-faults', message }];
}
