import { type AnswerValue, type Item, itemsOf, type Sheet } from '../catalogue/sheet.ts';
import type { Fault } from '../kernel/contract.ts';
import type { SheetRows } from '../kernel/workbook.ts';
import { columnsOf, type FileColumns } from './answer-header.ts';
import { answerValueOf, folded } from './answer-token.ts';
import { longestNote } from './run.ts';

/** One answer as a file gives it; `value` null is unanswered. */
export type FileAnswer = {
  readonly item: string;
  readonly value: AnswerValue | null;
  /** Empty where there is none. */
  readonly note: string;
  /** The revision the answer had when the file was made; absent in plain CSV. */
  readonly revision?: number;
  /** Row in the file, counting from 1. */
  readonly row: number;
};

export type AnswerFile = { readonly answers: readonly FileAnswer[] } | { readonly faults: readonly Fault[] };

/** Faults told of one file at most; a file with more is not the one to mend. */
const mostFaults = 500;

/**
 * The answers in the rows of a CSV file or of the 「回答」 sheet of our own workbook, which say `item,value,note` or
 * 設問番号・回答・メモ in their header. Every fault is listed; with one, there are no answers.
 * Codes: `file-empty`, `header-missing`, `item-missing`, `unknown-item`, `item-twice`, `value-not-allowed`,
 * `note-missing`, `note-too-long`, `revision-broken`.
 */
export function parseAnswerFile(rows: SheetRows['rows'], sheet: Sheet, name?: string): AnswerFile {
  const named = (faults: readonly Fault[]) => ({
    faults: name === undefined ? faults : faults.map((fault) => ({ sheet: name, ...fault })),
  });
  if (!rows.some((row) => row.some((cell) => folded(cell) !== ''))) return named([emptyFile]);
  const header = columnsOf(rows);
  if ('faults' in header) return named(header.faults);
  const seen = new Map<string, number>();
  const items = new Map(itemsOf(sheet).map((item) => [folded(item.id), item]));
  const read = rows.slice(header.row).flatMap((cells, index) => {
    return readRow({ cells, row: header.row + index + 1, columns: header, sheet, items, seen });
  });
  const faults = read.flatMap((entry) => ('faults' in entry ? entry.faults : []));
  return faults.length > 0
    ? named(faults.slice(0, mostFaults))
    : { answers: read.flatMap((entry) => ('faults' in entry ? [] : [entry])) };
}

const emptyFile: Fault = {
  row: 1,
  code: 'file-empty',
  message: 'ファイルに何も書かれていません。1行目に item,value,note と書き、2行目から回答を書いてください。',
};

type RowToRead = {
  readonly cells: SheetRows['rows'][number];
  readonly row: number;
  readonly columns: FileColumns;
  readonly sheet: Sheet;
  readonly items: ReadonlyMap<string, Item>;
  /** Rows in which items stood so far. */
  readonly seen: Map<string, number>;
};

function readRow(reading: RowToRead): (FileAnswer | { readonly faults: readonly Fault[] })[] {
  const { cells, row, columns, sheet, items, seen } = reading;
  const [itemCell, valueCell, noteCell] = [cells[columns.item.at], cells[columns.value.at], cells[columns.note.at]];
  const note = noteCell === null || noteCell === undefined ? '' : String(noteCell);
  if (folded(itemCell) === '') {
    if (folded(valueCell) === '' && note.trim() === '') return [];
    return [{ faults: [missingItem(row, columns)] }];
  }
  const item = items.get(folded(itemCell));
  if (!item) return [{ faults: [unknownItem(String(itemCell), row, columns, sheet)] }];
  const value = answerValueOf(valueCell, sheet.scale);
  const faults = [
    ...twiceFaults(item.id, row, columns, seen),
    ...valueFaults({ item, value, written: String(valueCell ?? ''), note, row, columns, sheet }),
    ...longNoteFaults(item.id, note, row, columns),
    ...revisionFaults(item.id, cells, row, columns),
  ];
  if (faults.length > 0 || value === undefined) return [{ faults }];
  const revision = columns.revision ? cells[columns.revision.at] : null;
  const known = revision === null || revision === undefined ? {} : { revision: Number(revision) };
  return [{ item: item.id, value, note, ...known, row }];
}

function missingItem(row: number, { item }: FileColumns): Fault {
  return fault(row, item.title, 'item-missing', '設問番号がありません。番号を書くか、この行を消してください。');
}

function unknownItem(written: string, row: number, columns: FileColumns, sheet: Sheet): Fault {
  const message = `設問番号「${written.trim()}」は、${sheet.title}（${sheet.version}）にありません。番号を確かめてください。`;
  return { ...fault(row, columns.item.title, 'unknown-item', message), item: written.trim() };
}

function twiceFaults(item: string, row: number, columns: FileColumns, seen: Map<string, number>): Fault[] {
  const before = seen.get(item);
  seen.set(item, before ?? row);
  if (before === undefined) return [];
  const message = `設問「${item}」が${before}行目にもあります。どちらかの行を消してください。`;
  return [{ ...fault(row, columns.item.title, 'item-twice', message), item }];
}

type ValueToCheck = Pick<RowToRead, 'row' | 'columns' | 'sheet'> & {
  readonly item: Item;
  readonly value: AnswerValue | null | undefined;
  readonly written: string;
  readonly note: string;
};

function valueFaults({ item, value, written, note, row, columns, sheet }: ValueToCheck): Fault[] {
  if (value === undefined) {
    const allowed = sheet.scale.id === 'steps' ? '0・1・2・3・NA・UNKNOWN' : 'はい・いいえ・UNKNOWN';
    const message = `「${written.trim()}」は使えません。${allowed}のどれかにするか、空にしてください。`;
    return [{ ...fault(row, columns.value.title, 'value-not-allowed', message), item: item.id }];
  }
  const needsNote = sheet.scale.values.some((choice) => choice.value === value && choice.needsNote);
  if (!needsNote || note.trim() !== '') return [];
  const message = '対象外（NA）には理由が要ります。メモに理由を書いてください。';
  return [{ ...fault(row, columns.note.title, 'note-missing', message), item: item.id }];
}

function longNoteFaults(item: string, note: string, row: number, { note: column }: FileColumns): Fault[] {
  if (note.length <= longestNote) return [];
  const message = `メモは${longestNote}文字までです。今は${note.length}文字あります。`;
  return [{ ...fault(row, column.title, 'note-too-long', message), item }];
}

function revisionFaults(item: string, cells: RowToRead['cells'], row: number, { revision }: FileColumns): Fault[] {
  const written = revision ? cells[revision.at] : null;
  if (!revision || written === null || written === undefined || /^\d+$/.test(String(written))) return [];
  const message = '更新番号が書き変わっています。ファイルをもう一度受け取り直してください。';
  return [{ ...fault(row, revision.title, 'revision-broken', message), item }];
}

function fault(row: number, column: string, code: string, message: string): Fault {
  return { row, column, code, message };
}
