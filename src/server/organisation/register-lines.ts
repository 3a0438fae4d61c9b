import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decoded } from './decoded.ts';
import { FileFault } from './file-fault.ts';
import { unpacked } from './unpacked.ts';

/** One record of the file and the line it ends on. */
export type RegisterLine = { readonly row: number; readonly fields: readonly string[] };

const batchSize = 2000;
/** The rows of an Excel sheet: so many may be saved with nothing in them; a file made to go on without end has more. */
const emptyAtMost = 1_048_576;

/** The records of a register file in batches: CSV in UTF-8 or CP932, plain or gzip. Throws `FileFault`. */
export async function* registerLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly RegisterLine[]> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 64 * 1024,
    on_record: (fields: string[], { lines }) => [String(lines), ...fields],
  });
  const text = Readable.from(decoded(unpacked(bytes))).on('error', (cause) => parser.destroy(cause));
  let batch: RegisterLine[] = [];
  let empty = 0;
  try {
    for await (const [line, ...fields] of text.pipe(parser) as AsyncIterable<string[]>) {
      if (fields.some((field) => field.trim() !== '')) batch.push({ row: Number(line), fields });
      else empty += 1;
      if (empty > emptyAtMost) throw new FileFault('file-not-register');
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  } catch (cause) {
    throw cause instanceof CsvError ? new FileFault('csv-broken', rowAfter(cause), cause) : cause;
  } finally {
    text.destroy();
  }
  if (batch.length > 0) yield batch;
}

/** The line after the last good record: an opening quote without its end swallows everything from there. */
function rowAfter(cause: CsvError): number {
  return 1 + Number(cause.records ?? 0);
}
