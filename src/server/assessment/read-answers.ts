import { readFile } from 'node:fs/promises';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { type AnswerFile, parseAnswerFile } from '#core/sheet/answer-file.ts';
import { readAnswerWorkbook } from '#core/sheet/answer-workbook.ts';
import { type Documents, readCsv } from '../platform/documents/index.ts';

/** For whom a command makes and reads documents: nobody waits beside it. */
export const commandOwner = 'command';

/** Reads a file of answers, CSV or Excel as its content says. What is wrong with it comes back as faults. */
export async function readAnswers(path: string, sheet: Sheet, documents: Documents): Promise<AnswerFile> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) {
    const message = `「${path}」を開けませんでした。ファイルの名前と置き場所を確かめてください。`;
    return { faults: [{ code: 'file-not-found', message }] };
  }
  return looksLikeWorkbook(path, bytes) ? fromWorkbook(bytes, sheet, documents) : fromCsv(bytes, sheet);
}

function looksLikeWorkbook(path: string, bytes: Uint8Array): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;
  return isZip || /\.xlsx?$/i.test(path);
}

function fromCsv(bytes: Uint8Array, sheet: Sheet): AnswerFile {
  const reading = readCsv(bytes);
  return 'faults' in reading ? reading : parseAnswerFile(reading.rows, sheet);
}

async function fromWorkbook(bytes: Uint8Array, sheet: Sheet, documents: Documents): Promise<AnswerFile> {
  const reading = await documents.readWorkbook(bytes, commandOwner);
  if ('faults' in reading) return reading;
  const { head, ...file } = readAnswerWorkbook(reading.sheets, sheet);
  if (!head || (head.sheet === sheet.id && head.version === sheet.version)) return file;
  const message = `このファイルは「${head.sheet}」版 ${head.version} の回答です。${sheet.title}（${sheet.id}）版 ${sheet.version} のファイルを使ってください。`;
  return { faults: [{ code: 'sheet-differs', message }] };
}
