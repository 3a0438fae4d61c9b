import type { Fault } from '#core/kernel/contract.ts';
import { shown } from '#core/kernel/private-use.ts';
import type { ImportReport } from '#core/organisation/import-report.ts';

const number = (count: number) => count.toLocaleString('ja-JP');
const rowsOf = (rows: readonly number[]) => rows.map((row) => `${row}行目`).join('、');

export function faultText({ row, column, message }: Fault): string {
  const place = [...(row === undefined ? [] : [`${row}行目`]), ...(column === undefined ? [] : [`「${column}」`])];
  return place.length > 0 ? `${place.join(' ')}: ${message}` : message;
}

function rest({ count, listed }: { readonly count: number; readonly listed: readonly unknown[] }, listedCount: number) {
  const more = count - listedCount;
  return listed.length > 0 && more > 0 ? [`  ほか ${number(more)}件`] : [];
}

/** The report of an applied import, line by line. */
export function reportText(report: ImportReport): string {
  const { changed, repeated, conflicts, rejected } = report;
  const lines = [
    `読んだ行: ${number(report.rowsRead)}`,
    `新しい施設: ${number(report.new)}`,
    `内容が変わった施設: ${number(changed.count)}`,
    `変わらない施設: ${number(report.unchanged)}`,
    `同じ内容の重複した行（1件として取り込み）: ${number(repeated.count)}`,
    `食い違うコード（同じコードで内容が違うため、取り込んでいません）: ${number(conflicts.count)}`,
    ...conflicts.listed.map(({ code, rows, names }) => `  ${code}: ${rowsOf(rows)}（${names.map(shown).join(' / ')}）`),
    ...rest(conflicts, conflicts.listed.length),
    `取り込めなかった行: ${number(rejected.count)}`,
    ...rejected.listed.map((fault) => `  ${faultText(fault)}`),
    ...rest(rejected, rejected.listed.length),
    `台帳の施設: ${number(report.facilities)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Why a file was refused as a whole, with the first rows that did not fit. */
export function refusalText({ faults, rejected }: ImportReport): string {
  const first = rejected.listed.slice(0, 20);
  const lines = [
    ...faults.map(faultText),
    ...first.map((fault) => `  ${faultText(fault)}`),
    ...rest(rejected, first.length),
    '台帳は元のままです。',
  ];
  return `${lines.join('\n')}\n`;
}
