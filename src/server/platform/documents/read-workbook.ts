import { randomUUID } from 'node:crypto';
import readExcelFile from 'read-excel-file/universal';
import type { Fault } from '#core/kernel/contract.ts';
import type { SheetRows } from '#core/kernel/workbook.ts';
import { withBrokenMarked } from './broken-cells.ts';
import { packed, type UnpackFault, unpackedWithinLimits } from './unpack.ts';

export type WorkbookReading = { readonly sheets: readonly SheetRows[] } | { readonly faults: readonly Fault[] };

export type WorkbookFault = UnpackFault | 'file-not-excel' | 'file-old-format' | 'file-too-complex';

const messages: Readonly<Record<WorkbookFault, string>> = {
  'file-too-large': 'ファイルが大きすぎます（20MBまで）。画像などを消して保存し直してください。',
  'file-too-many-parts': 'ファイルの中の部品が多すぎます。新しいファイルに写して保存し直してください。',
  'file-unpacks-too-large': 'ファイルを広げると大きすぎます。使っていないシートや書式を消して保存し直してください。',
  'file-too-complex': 'ファイルが複雑すぎて読めませんでした。使っていない行・列・シートを消して保存し直してください。',
  'file-broken': 'ファイルが壊れているため読めませんでした。Excelで開けるか確かめ、保存し直してください。',
  'file-not-excel': 'Excelのファイル（.xlsx）ではありません。Excelで開き、.xlsx形式で保存し直してください。',
  'file-old-format':
    '古い形式（.xls）か、パスワードの付いたファイルです。パスワードを外し、.xlsx形式で保存し直してください。',
};

export function workbookFault(code: WorkbookFault): Fault {
  return { code, message: messages[code] };
}

const mostRows = 5000;

/**
 * Reads every sheet of an `.xlsx` file; what is wrong with the file comes back as faults, never as an error. Cells that
 * cannot be read are told with the rows: whether they matter depends on what is read there.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookReading> {
  const kind = kindOf(bytes);
  if (kind !== 'xlsx') return { faults: [workbookFault(kind)] };
  const parts = unpackedWithinLimits(bytes);
  if (typeof parts === 'string') return { faults: [workbookFault(parts)] };
  const mark = randomUUID();
  try {
    const sheets = await readExcelFile(packed(withBrokenMarked(parts, mark)), { trim: false });
    if (sheets.some(({ data }) => data.length > mostRows)) return { faults: [workbookFault('file-too-complex')] };
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, ...rowsOf(data, mark) })) };
  } catch {
    return { faults: [workbookFault('file-broken')] };
  }
}

function rowsOf(data: readonly (readonly unknown[])[], mark: string): Omit<SheetRows, 'name'> {
  const broken = data.flatMap((row, index) =>
    row.flatMap((cell, at) => (cell === mark ? [{ row: index + 1, column: at + 1 }] : [])),
  );
  const rows = data.map((row) => row.map((cell) => (cell === mark ? null : plainCell(cell))));
  return { rows, ...(broken.length > 0 ? { broken } : {}) };
}

function kindOf(bytes: Uint8Array): 'xlsx' | 'file-old-format' | 'file-not-excel' {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) return 'xlsx';
  return first === 0xd0 && second === 0xcf ? 'file-old-format' : 'file-not-excel';
}

function plainCell(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : null;
}
