import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileFault } from './file-fault.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** Enough for every institution of the country many times over; a file made to unpack without end stops here. */
const unpackedLimit = 512 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
const gzipMark = [0x1f, 0x8b];
const zipMark = [0x50, 0x4b, 0x03, 0x04];

/** The bytes of a file, unpacked where they are gzip; the content decides, not the name. */
export async function* unpacked(source: Bytes): AsyncGenerator<Uint8Array> {
  const { head, rest } = await headOf(source);
  if (startsWith(head, zipMark)) throw new FileFault('file-is-workbook');
  const bytes = startsWith(head, gzipMark) ? gunzipped(rest) : rest;
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > unpackedLimit) throw new FileFault('file-too-large');
    yield chunk;
  }
}

async function headOf(source: Bytes): Promise<{ readonly head: Uint8Array; readonly rest: Bytes }> {
  const chunks = source[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.byteLength < zipMark.length) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const remaining = { [Symbol.asyncIterator]: () => chunks };
  return { head, rest: following(head, remaining) };
}

async function* following(head: Uint8Array, remaining: Bytes): AsyncGenerator<Uint8Array> {
  if (head.byteLength > 0) yield head;
  yield* remaining;
}

async function* gunzipped(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const source = Readable.from(bytes).on('error', (cause) => gunzip.destroy(cause));
  try {
    yield* source.pipe(gunzip);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'Z_BUF_ERROR') throw new FileFault('file-truncated', undefined, cause);
    if (typeof code === 'string' && code.startsWith('Z_')) throw new FileFault('file-not-unpackable', undefined, cause);
    throw cause;
  } finally {
    source.destroy();
  }
}
