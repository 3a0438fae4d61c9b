import type { Fault } from '../kernel/contract.ts';

/** One institution as the public list names it; `row` is its line in the file. */
export type RegisterRow = {
  readonly row: number;
  /** 9 digits: prefecture 01–47 and the short code. */
  readonly code: string;
  readonly prefecture: number;
  readonly name: string;
  /** 7 digits; null where the list leaves it empty. */
  readonly postalCode: string | null;
  readonly address: string;
};
export type RegisterRowReading = { readonly entry: RegisterRow } | { readonly fault: Fault };

const columns = ['コード（9桁）', 'コード（7桁）', '名称', '郵便番号', '所在地'] as const;
const lengthLimit = 200;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a list must not hold
const controlCharacter = /[\u0000-\u001f\u007f]/;

type Check = { readonly column: 0 | 1 | 2 | 3 | 4; readonly code: string; readonly message: string };

const digitsOf = (field: string) => field.normalize('NFKC').replace(/[\s\-‐‑–—―−]/g, '');
const textOf = (field: string) => field.replace(/[\r\n\t]+/g, ' ').replace(/^\s+|\s+$/g, '');

/** Whether a first line names the columns instead of an institution: its first field holds no digit. */
export function isHeader(fields: readonly string[]): boolean {
  return fields.length > 1 && !/\d/.test((fields[0] ?? '').normalize('NFKC')) && (fields[0] ?? '').trim() !== '';
}

function codeProblem(code: string): string | undefined {
  if (!/^\d*$/.test(code) || code === '') return '数字9桁（都道府県2桁と医療機関コード7桁）で書いてください。';
  if (code.length === 8) return '8桁しかありません。表計算ソフトで先頭の0が消えていないか、確かめてください。';
  if (code.length !== 9) return `9桁の数字で書いてください（${code.length}桁でした）。`;
  const prefecture = Number(code.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47
    ? undefined
    : `先頭2桁の都道府県コードは01から47です（${code.slice(0, 2)}でした）。`;
}

function textProblem(text: string): string | undefined {
  if (controlCharacter.test(text)) return '読めない文字（制御文字）が入っています。';
  return text.length > lengthLimit ? `${lengthLimit}文字までです（${text.length}文字でした）。` : undefined;
}

function firstProblem(entry: RegisterRow, short: string): Check | undefined {
  const code = codeProblem(entry.code);
  if (code) return { column: 0, code: 'code-not-valid', message: code };
  if (short !== entry.code.slice(2)) {
    return { column: 1, code: 'short-code-differs', message: 'コード（9桁）の下7桁と同じ数字にしてください。' };
  }
  if (entry.name === '') return { column: 2, code: 'name-missing', message: '名称が空です。' };
  const name = textProblem(entry.name);
  if (name) return { column: 2, code: 'name-not-valid', message: name };
  if (entry.postalCode !== null && !/^\d{7}$/.test(entry.postalCode)) {
    return { column: 3, code: 'postal-code-not-valid', message: '7桁の数字で書いてください。' };
  }
  const address = textProblem(entry.address);
  return address ? { column: 4, code: 'address-not-valid', message: address } : undefined;
}

/**
 * Reads one line of a register: code (9 digits), short code (7 digits), name, postal code (7 digits or empty), address;
 * full-width digits, spaces and hyphens in numbers and empty further columns are allowed. The first fault otherwise.
 */
export function readRegisterRow(fields: readonly string[], row: number): RegisterRowReading {
  if (fields.length < 5 || fields.slice(5).some((field) => field.trim() !== '')) {
    const message = `列は5つ（${columns.join('、')}）です。この行には${fields.length}列あります。`;
    return { fault: { row, code: 'column-count', message } };
  }
  const [code = '', short = '', name = '', postalCode = '', address = ''] = fields;
  const number = digitsOf(code);
  const entry = {
    row,
    code: number,
    prefecture: Number(number.slice(0, 2)),
    name: textOf(name),
    postalCode: digitsOf(postalCode) || null,
    address: textOf(address),
  };
  const problem = firstProblem(entry, digitsOf(short));
  if (!problem) return { entry };
  const { column, code: problemCode, message } = problem;
  return { fault: { row, column: columns[column], code: problemCode, message } };
}
