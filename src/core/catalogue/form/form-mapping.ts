import type { FormRows } from './form-rows.ts';
import type { FormMapping, RowRole } from './form-shape.ts';

/** One line of a form as it was read: the row it stands in (from 0), the section it stands under, and its words. */
export type FormLine = {
  readonly row: number;
  readonly section: string;
  readonly label: string;
  readonly text: string;
  readonly goal: string;
  readonly equipment: string;
};

const circled = /^[①-⑳㉑-㉟]$/;
const numbered = /^[0-9０-９]{1,2}\s*[-‐－―ー.．(（]?\s*[①-⑳㉑-㉟0-9０-９]{1,2}[)）]?$/;
const sectionHead = /^[0-9０-９]{1,2}[\s.．、）)]*[^0-9０-９①-⑳\s].{0,40}$/;

const isNumber = (cell: string): boolean =>
  circled.test(cell) || numbered.test(cell.normalize('NFKC').replaceAll(/\s/g, '')) || numbered.test(cell);

function columnWith(rows: FormRows, words: RegExp): number | null {
  for (const row of rows.slice(0, 30)) {
    const at = row.findIndex((cell) => cell.length <= 20 && words.test(cell));
    if (at >= 0) return at;
  }
  return null;
}

/** The column whose cells are longest, of those that are not the number. */
function longestColumn(rows: FormRows, number: number | null): number {
  const lengths = new Map<number, number>();
  for (const row of rows) {
    for (const [at, cell] of row.entries()) lengths.set(at, (lengths.get(at) ?? 0) + cell.length);
  }
  const [first] = [...lengths].filter(([at]) => at !== number).sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 0;
}

function numberColumn(rows: FormRows): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const [at, cell] of row.entries()) if (isNumber(cell)) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= 2 ? first[0] : null;
}

function roleOf(row: readonly string[], number: number | null, text: number): RowRole {
  const filled = row.filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (number !== null && isNumber(row[number] ?? '') && (row[text] ?? '') !== '') return 'item';
  if (filled.length <= 2 && sectionHead.test(first)) return 'section';
  return 'skip';
}

/** What the columns and rows of a form look like: a first proposal, which a person corrects on screen. */
export function guessMapping(rows: FormRows): FormMapping {
  const number = numberColumn(rows);
  const text = longestColumn(rows, number);
  // 目標日 is where a facility writes by when; only what the form says itself is read.
  const goal = columnWith(rows, /目標(?!.*日)/);
  return {
    number,
    text,
    goal: goal === text ? null : goal,
    equipment: columnWith(rows, /対象(?!外)/),
    roles: rows.map((row) => roleOf(row, number, text)),
  };
}

/** The lines a mapping reads from the rows; a section goes on until the next one. */
export function linesOf(rows: FormRows, mapping: FormMapping): readonly FormLine[] {
  const cell = (row: readonly string[], at: number | null) => (at === null ? '' : (row[at] ?? ''));
  let section = '';
  return rows.flatMap((row, index) => {
    const role = mapping.roles[index] ?? 'skip';
    if (role === 'section') section = row.filter((one) => one !== '').join(' ');
    if (role !== 'item') return [];
    const words = { label: cell(row, mapping.number), text: cell(row, mapping.text) };
    return [{ row: index, section, ...words, goal: cell(row, mapping.goal), equipment: cell(row, mapping.equipment) }];
  });
}
