import type { WordDocument } from '#core/kernel/word-document.ts';
import type { Workbook } from '#core/kernel/workbook.ts';
import { WorkerQueue, type WorkerQueueOptions, WorkFailure } from '../workers/index.ts';
import { type WorkbookReading, workbookFault } from './read-workbook.ts';
import type { PdfDocument } from './write-pdf.ts';

export { readCsv, writeCsv } from './csv.ts';
export type { WorkbookReading } from './read-workbook.ts';
export type { PdfDocument } from './write-pdf.ts';

/**
 * Makes and reads documents in worker threads, so that the event loop stays free. `owner` is the facility a document is
 * for, or the person where there is none: only so many of one owner may wait.
 */
export type Documents = {
  /** Rejects with `WorkFailure`. */
  writePdf(document: PdfDocument, owner: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects with `WorkFailure`. */
  writeWorkbook(workbook: Workbook, owner: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects with `WorkFailure`. */
  writeWord(document: WordDocument, owner: string): Promise<Uint8Array<ArrayBuffer>>;
  /** A file that cannot be read comes back as faults. Rejects with `WorkFailure` only when busy or closed. */
  readWorkbook(bytes: Uint8Array, owner: string): Promise<WorkbookReading>;
  close(): Promise<void>;
};

const limits = {
  jobsPerWorker: 50,
  timeLimitMs: 20_000,
  idleLimitMs: 30_000,
  waitingLimit: 200,
  waitingPerOwner: 4,
};

/** Workers start with the first document and end when idle; `close` ends them at once. */
export function openDocuments(changed: Partial<typeof limits> = {}): Documents {
  const queue = <Job, Outcome>(file: string, more: Partial<WorkerQueueOptions> = {}) =>
    new WorkerQueue<Job, Outcome>({ entry: new URL(file, import.meta.url), ...limits, ...changed, ...more });
  const pdf = queue<PdfDocument, Uint8Array<ArrayBuffer>>('./pdf-worker.ts');
  const writer = queue<Workbook, Uint8Array<ArrayBuffer>>('./write-workbook-worker.ts');
  const word = queue<WordDocument, Uint8Array<ArrayBuffer>>('./write-docx-worker.ts');
  const reader = queue<Uint8Array, WorkbookReading>('./read-workbook-worker.ts', {
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  });
  return {
    writePdf: (document, owner) => pdf.run(document, owner),
    writeWorkbook: (workbook, owner) => writer.run(workbook, owner),
    writeWord: (document, owner) => word.run(document, owner),
    readWorkbook: (bytes, owner) => reader.run(bytes, owner).catch(tooComplex),
    close: async () => void (await Promise.all([pdf.close(), writer.close(), word.close(), reader.close()])),
  };
}

/** A file that makes the reader run out of memory or time is the file's fault, not ours. */
function tooComplex(failure: unknown): WorkbookReading {
  if (!(failure instanceof WorkFailure)) throw failure;
  if (failure.code !== 'crashed' && failure.code !== 'time-limit') throw failure;
  return { faults: [workbookFault('file-too-complex')] };
}
