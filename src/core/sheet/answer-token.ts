import type { AnswerValue, Scale } from '../catalogue/sheet.ts';

/** What stands for a value in a file: `0`–`3`, `NA`, `UNKNOWN`, はい, いいえ. */
const tokens: Readonly<Record<AnswerValue, string>> = {
  '0': '0',
  '1': '1',
  '2': '2',
  '3': '3',
  yes: 'はい',
  no: 'いいえ',
  unknown: 'UNKNOWN',
  'not-applicable': 'NA',
};

type Cell = string | number | boolean | null | undefined;

/** How a value is written in our own CSV. */
export function answerToken(value: AnswerValue | null): string {
  return value === null ? '' : tokens[value];
}

/**
 * The value a cell stands for: null where it is empty, undefined where the scale has no such value. Full-width letters,
 * surrounding spaces and the labels of our own Excel sheet are understood; the leading token decides.
 */
export function answerValueOf(cell: Cell, scale: Scale): AnswerValue | null | undefined {
  const written = folded(cell);
  if (written === '') return null;
  const found = scale.values.find(({ value, label }) => {
    return written === folded(tokens[value]) || written === folded(label) || startsWithStep(written, value);
  });
  return found?.value;
}

/** A cell's text in one form: full-width letters, case and surrounding spaces make no difference. */
export function folded(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return String(cell).normalize('NFKC').trim().toUpperCase();
}

function startsWithStep(written: string, value: AnswerValue): boolean {
  return /^[0-3]$/.test(value) && written.startsWith(`${value} `) && !/^\S+\s+[\d.]/.test(written);
}
