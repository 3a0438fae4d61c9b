import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from '#core/kernel/contract.ts';
import { decodedText } from './decoded-text.ts';

export type CsvReading = { readonly rows: readonly (readonly string[])[] } | { readonly faults: readonly Fault[] };

const sizeLimit = 20 * 1024 * 1024;

/** Reads CSV in UTF-8 (with or without mark) or CP932. Guards set against formulas by `writeCsv` are taken off again. */
export function readCsv(bytes: Uint8Array): CsvReading {
  if (bytes.byteLength > sizeLimit) {
    return { faults: [{ code: 'file-too-large', message: 'ファイルが大きすぎます（20MBまで）。' }] };
  }
  const decoded = decodedText(bytes);
  if ('faults' in decoded) return decoded;
  try {
    const rows: string[][] = parse(decoded.text, { relax_column_count: true });
    return { rows: rows.map((row) => row.map(unguarded)) };
  } catch (cause) {
    return { faults: [brokenRow(cause)] };
  }
}

/** Writes CSV (RFC 4180) in UTF-8 with a mark, so that Excel shows Japanese and runs nothing as a formula. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => `${row.map(writtenField).join(',')}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}

function writtenField(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const guarded = formula.test(value) ? guard + value : value;
  return /[",\r\n]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * What stands before a text that a spreadsheet would run. The quote alone, which is usual, is also what people and other
 * programs write before a sign; with the tab nobody else writes it, so that taking it off again takes only our own. Both
 * characters are in CP932 and stay when Excel saves the file.
 */
const guard = "'\t";

/** A start that a spreadsheet takes for a formula; guards before it are counted in, so that taking one off is exact. */
const formula = /^(?:'\t)*[=+\-@＝＋－＠\t\r\n]/;

function unguarded(field: string): string {
  return field.startsWith(guard) && formula.test(field.slice(guard.length)) ? field.slice(guard.length) : field;
}

function brokenRow(cause: unknown): Fault {
  const message = '引用符（"）の数が合わず、ここから先を読めませんでした。CSVとして保存し直してください。';
  const row = cause instanceof CsvError && typeof cause.records === 'number' ? { row: cause.records + 1 } : {};
  return { ...row, code: 'csv-broken', message };
}
