import type { Fault } from '#core/kernel/contract.ts';

/** Where a command writes; a process or a test. */
export type CommandOutput = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

/** Whether faults have to be JSON, also where the arguments cannot be read as a whole. */
export function wantsJson(args: readonly string[]): boolean {
  return args.some((arg, index) => arg === '--format=json' || (arg === '--format' && args[index + 1] === 'json'));
}

/** Faults of a command's input: JSON on stdout or Japanese lines on stderr. */
export function printFaults(faults: readonly Fault[], json: boolean, { stdout, stderr }: CommandOutput): void {
  if (json) stdout.write(`${JSON.stringify({ faults: faults.map(faultJson) })}\n`);
  else stderr.write(faults.map((fault) => `${faultLine(fault)}\n`).join(''));
}

/** Exactly these five keys; the sheet of a workbook stands in the message. */
function faultJson({ sheet, row, column, item, code, message }: Fault) {
  const told = sheet === undefined ? message : `シート「${sheet}」: ${message}`;
  return { row: row ?? null, column: column ?? null, item: item ?? null, code, message: told };
}

function faultLine({ sheet, row, column, message }: Fault): string {
  const place = [
    ...(sheet === undefined ? [] : [`シート「${sheet}」`]),
    ...(row === undefined ? [] : [`${row}行目`]),
    ...(column === undefined ? [] : [`${column}の列`]),
  ];
  return place.length > 0 ? `${place.join(' ')}: ${message}` : message;
}
