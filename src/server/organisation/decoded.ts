import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { FileFault } from './file-fault.ts';

const encodings = ['utf-8', 'shift_jis'] as const;

/** Bytes beyond ASCII that are looked at before the encoding is decided. */
const sampleSize = 16 * 1024;

/** The text of a file in UTF-8 (with or without mark) or CP932, piece by piece. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const reader = new TextReader();
  for await (const chunk of bytes) {
    const text = reader.read(chunk);
    if (text !== '') yield text;
  }
  const rest = reader.end();
  if (rest !== '') yield rest;
}

/** Decides the encoding at the first bytes that are not ASCII; until then both encodings read alike. */
class TextReader {
  #decoder: TextDecoder | undefined;
  #waiting: Uint8Array = new Uint8Array();
  #line = 1;

  read(chunk: Uint8Array): string {
    if (this.#decoder) return this.#decode(this.#decoder, chunk);
    const bytes = this.#waiting.byteLength > 0 ? Buffer.concat([this.#waiting, chunk]) : chunk;
    if (bytes.byteLength < sampleSize && !isAscii(bytes)) {
      this.#waiting = bytes;
      return '';
    }
    this.#waiting = new Uint8Array();
    if (isAscii(bytes)) return this.#counted(Buffer.from(bytes).toString('latin1'));
    this.#decoder = decoderFor(bytes);
    return this.#decode(this.#decoder, bytes);
  }

  end(): string {
    this.#decoder ??= decoderFor(this.#waiting);
    return this.#decode(this.#decoder, this.#waiting) + this.#decode(this.#decoder);
  }

  /** The line begun in the piece before goes first, so that the others can be looked at one by one where one is broken. */
  #decode(decoder: TextDecoder, bytes?: Uint8Array): string {
    if (!bytes) return this.#decodeLines(decoder);
    const next = bytes.indexOf(0x0a) + 1 || bytes.byteLength;
    return this.#decodeLines(decoder, bytes.subarray(0, next)) + this.#decodeLines(decoder, bytes.subarray(next));
  }

  #decodeLines(decoder: TextDecoder, bytes?: Uint8Array): string {
    try {
      return this.#counted(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
    } catch (cause) {
      throw new FileFault('file-undecodable', this.#line + linesBeforeFault(bytes, decoder.encoding), cause);
    }
  }

  #counted(text: string): string {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#line += 1;
    return text;
  }
}

/** UTF-8 where the sample reads as such, else CP932; of a sample that is neither, the one that reads further. */
function decoderFor(sample: Uint8Array): TextDecoder {
  const encoding =
    encodings.find((known) => readsAs(known, sample)) ??
    (linesBeforeFault(sample, 'utf-8') >= linesBeforeFault(sample, 'shift_jis') ? 'utf-8' : 'shift_jis');
  return new TextDecoder(encoding, { fatal: true });
}

function readsAs(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** No byte 0x0A is part of a longer character in either encoding, so whole lines can be tried one by one. */
function linesBeforeFault(bytes: Uint8Array = new Uint8Array(), encoding: string): number {
  for (let start = 0, line = 0; start < bytes.byteLength; line += 1) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.byteLength;
    if (!readsAs(encoding, bytes.subarray(start, end))) return line;
    start = end;
  }
  return 0;
}
