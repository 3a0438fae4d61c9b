import type { AnswerValue, Item, Sheet } from '../catalogue/sheet.ts';
import type { Fault } from '../kernel/contract.ts';
import type { SheetRows } from '../kernel/workbook.ts';
import { dayCell } from './answer-day.ts';
import type { FileColumns } from './answer-header.ts';
import type { AnswerMarks } from './answer-marks.ts';
import { answerValueOf, folded } from './answer-token.ts';
import type { AnswerDays } from './checklist.ts';
import { type Conclusion, conclusionSchema, conclusionTitles } from './conclusion.ts';
import { longestNote } from './run.ts';

/** One answer as a file gives it; `value` null is unanswered. */
export type FileAnswer = Partial<AnswerMarks> & {
  readonly item: string;
  readonly value: AnswerValue | null;
  /** Empty where there is none. */
  readonly note: string;
  /** The revision the answer had when the file was made; absent in plain CSV. */
  readonly revision?: number;
  /** Row in the file, counting from 1. */
  readonly row: number;
};

/** A row to read and what is known of the rows around it. */
export type RowToRead = {
  readonly cells: SheetRows['rows'][number];
  readonly row: number;
  readonly columns: FileColumns;
  readonly sheet: Sheet;
  readonly items: ReadonlyMap<string, Item>;
  /** Rows in which items stood so far. */
  readonly seen: Map<string, number>;
  /** Whether a cell cannot be read; the row counts from 1, the column from 0. */
  readonly isBroken: (row: number, at: number) => boolean;
};

type RowRead = FileAnswer | { readonly faults: readonly Fault[] };

/** The answer of a row, nothing for an empty row, or every fault of it. A broken cell has no other fault. */
export function readRow(reading: RowToRead): readonly RowRead[] {
  const broken = brokenFaults(reading);
  const read = readCells(reading);
  if (broken.length === 0) return read;
  const others = read.flatMap((entry) => ('faults' in entry ? entry.faults : []));
  return [{ faults: [...broken, ...others.filter(({ column }) => !broken.some((fault) => fault.column === column))] }];
}

/** What stands right of the header of a CSV: the rest of a note with a comma in it, which would be lost in silence. */
export function beyondHeader(cells: RowToRead['cells'], row: number, { width }: FileColumns): readonly RowRead[] {
  const rest = cells.slice(width).filter((cell) => folded(cell) !== '');
  if (rest.length === 0) return [];
  const message = `見出しの無い列に「${String(rest[0]).trim()}」があります。メモにカンマ（,）があるときは、メモの全体を「"」で囲んでください。`;
  return [{ faults: [{ row, code: 'too-many-columns', message }] }];
}

function brokenFaults({ cells, row, columns, items, isBroken }: RowToRead): readonly Fault[] {
  const item = items.get(folded(cells[columns.item.at]));
  const { item: of, value, note, revision, confirmedOn, targetOn, conclusion } = columns;
  const read = [of, value, note, revision, confirmedOn, targetOn, conclusion].filter((column) => column !== undefined);
  const message = 'このセルの値を読めませんでした。値を入れ直してください。';
  return read
    .filter(({ at }) => isBroken(row, at))
    .map(({ title }) => ({ ...fault(row, title, 'cell-broken', message), ...(item ? { item: item.id } : {}) }));
}

function readCells(reading: RowToRead): readonly RowRead[] {
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
    ...dayFaults(item.id, cells, row, columns),
    ...conclusionFaults(item.id, cells, row, columns),
  ];
  if (faults.length > 0 || value === undefined) return [{ faults }];
  const revision = columns.revision ? cells[columns.revision.at] : null;
  const known = revision === null || revision === undefined ? {} : { revision: Number(revision) };
  return [{ item: item.id, value, note, ...daysIn(cells, columns), ...concludedIn(cells, columns), ...known, row }];
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
    const allowed =
      sheet.scale.id === 'steps'
        ? '0・1・2・3・NA（対象外）・UNKNOWN（分からない）'
        : 'はい・いいえ・UNKNOWN（分からない）';
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

const dayFields = ['confirmedOn', 'targetOn'] as const;

function daysIn(cells: RowToRead['cells'], columns: FileColumns): Partial<AnswerDays> {
  const days = dayFields.map((field) => [field, dayCell(columns[field] ? cells[columns[field].at] : null)] as const);
  return Object.fromEntries(days.filter(([field, day]) => columns[field] && day));
}

function dayFaults(item: string, cells: RowToRead['cells'], row: number, columns: FileColumns): Fault[] {
  return dayFields.flatMap((field) => {
    const column = columns[field];
    if (!column || dayCell(cells[column.at]) !== undefined) return [];
    const message = `「${String(cells[column.at]).trim()}」は日付として読めません。2026-11-27 のように入れてください。`;
    return [{ ...fault(row, column.title, 'day-not-valid', message), item }];
  });
}

/** The conclusion a cell names by its title or its code; undefined where it is none. */
function conclusionCell(cell: RowToRead['cells'][number] | undefined): Conclusion | undefined {
  const written = folded(cell);
  return conclusionSchema.options.find((one) => [one, conclusionTitles[one]].map(folded).includes(written));
}

function concludedIn(cells: RowToRead['cells'], { conclusion }: FileColumns): Partial<AnswerMarks> {
  const found = conclusion && conclusionCell(cells[conclusion.at]);
  return found ? { conclusion: found } : {};
}

function conclusionFaults(item: string, cells: RowToRead['cells'], row: number, { conclusion }: FileColumns): Fault[] {
  if (!conclusion || folded(cells[conclusion.at]) === '' || conclusionCell(cells[conclusion.at])) return [];
  const allowed = Object.values(conclusionTitles).join('・');
  const message = `「${String(cells[conclusion.at]).trim()}」は使えません。${allowed}のどれかにするか、空にしてください。`;
  return [{ ...fault(row, conclusion.title, 'conclusion-not-allowed', message), item }];
}

function fault(row: number, column: string, code: string, message: string): Fault {
  return { row, column, code, message };
}
