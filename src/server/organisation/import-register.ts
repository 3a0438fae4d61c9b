import type { Kysely } from 'kysely';
import type { Fault } from '#core/kernel/contract.ts';
import { type ImportReport, isRegister, listedAtMost, nothingApplied } from '#core/organisation/import-report.ts';
import { isHeader, type RegisterRow, readRegisterRow } from '#core/organisation/register-row.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import { FileFault } from './file-fault.ts';
import {
  failImport,
  findImporter,
  finishImport,
  type ImportCounts,
  noteProgress,
  takeImportLock,
} from './import-record.ts';
import { mergeStage } from './merge-stage.ts';
import { type RegisterLine, registerLines } from './register-lines.ts';
import { createStage, stageRows } from './stage-rows.ts';

export type RegisterFile = { readonly bytes: AsyncIterable<Uint8Array>; readonly size: number | null };
type Options = { readonly file: RegisterFile; readonly onProgress?: (counts: Readonly<ImportCounts>) => void };
type Reading = { rowsRead: number; readonly rejected: { count: number; readonly listed: Fault[] } };

const progressIntervalMs = 1000;

/** Rolls the import's transaction back and carries the report out of it. */
class RefusedFile extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('the file is refused');
    this.report = report;
  }
}

/**
 * Brings a file into the register, all or nothing, and keeps the record of the import (begun before) up to date for
 * every process. Good rows are applied, single bad ones listed; a file that is no register changes nothing.
 */
export async function importRegister(db: Kysely<Tables>, importId: string, options: Options): Promise<ImportReport> {
  const counts: ImportCounts = { rowsRead: 0, bytesRead: 0, bytesTotal: options.file.size };
  let writing = noteProgress(db, importId, counts);
  const clock = setInterval(() => {
    options.onProgress?.(counts);
    writing = writing.then(() => noteProgress(db, importId, counts)).catch(() => undefined);
  }, progressIntervalMs);
  try {
    return await asSystem(db, (tx) => applyFile(tx, importId, options.file, counts));
  } catch (cause) {
    if (!(cause instanceof RefusedFile)) {
      await failImport(db, importId).catch(() => undefined);
      throw cause;
    }
    await asSystem(db, (tx) => finishImport(tx, importId, cause.report));
    return cause.report;
  } finally {
    clearInterval(clock);
    await writing;
  }
}

async function applyFile(
  tx: SystemTx,
  importId: string,
  { bytes }: RegisterFile,
  counts: ImportCounts,
): Promise<ImportReport> {
  await takeImportLock(tx);
  await createStage(tx);
  const reading: Reading = { rowsRead: 0, rejected: { count: 0, listed: [] } };
  await stageFile(tx, measured(bytes, counts), reading, counts).catch((cause: unknown) => refuse(reading, cause));
  const rejected = reading.rejected.count;
  if (reading.rowsRead === 0) refuse(reading, new FileFault('file-empty'));
  if (!isRegister({ rowsRead: reading.rowsRead, rejected })) refuse(reading, new FileFault('file-not-register'));
  const merged = await mergeStage(tx);
  const report: ImportReport = { outcome: 'applied', ...reading, ...merged, faults: [] };
  const about = { subject: importId, actor: await findImporter(tx, importId) };
  await recordEvent(tx, { act: 'organisation.register-imported', ...about, detail: { rows: reading.rowsRead } });
  await finishImport(tx, importId, report);
  return report;
}

function refuse(reading: Reading, cause: unknown): never {
  if (!(cause instanceof FileFault)) throw cause;
  throw new RefusedFile({ ...nothingApplied, ...reading, faults: [cause.fault] });
}

async function* measured(bytes: AsyncIterable<Uint8Array>, counts: ImportCounts): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    counts.bytesRead += chunk.byteLength;
    yield chunk;
  }
}

async function stageFile(tx: SystemTx, bytes: AsyncIterable<Uint8Array>, reading: Reading, counts: ImportCounts) {
  let first = true;
  for await (const batch of registerLines(bytes)) {
    const lines = first && isHeader(batch[0]?.fields ?? []) ? batch.slice(1) : batch;
    first = false;
    await stageRows(tx, goodRows(lines, reading));
    counts.rowsRead = reading.rowsRead;
    const { count } = reading.rejected;
    if (count > listedAtMost && count * 2 > reading.rowsRead) throw new FileFault('file-not-register');
  }
}

function goodRows(lines: readonly RegisterLine[], reading: Reading): readonly RegisterRow[] {
  return lines.flatMap(({ row, fields }) => {
    reading.rowsRead += 1;
    const read = readRegisterRow(fields, row);
    if ('entry' in read) return [read.entry];
    reading.rejected.count += 1;
    if (reading.rejected.listed.length < listedAtMost) reading.rejected.listed.push(read.fault);
    return [];
  });
}
