import { createCipheriv, createHash } from 'node:crypto';
import { pdf } from '../../platform/files/testing/sample-files.ts';

const block = 64 * 1024;

/** The bytes of a PDF of any size, made while they are read: always the same, never there as a whole. */
export function* largePdf(size: number): Generator<Uint8Array<ArrayBuffer>> {
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16));
  yield Uint8Array.from(pdf.subarray(0, size));
  for (let left = size - pdf.length; left > 0; left -= block) {
    yield Uint8Array.from(noise.update(Buffer.alloc(Math.min(block, left))));
  }
}

export function digestOf(bytes: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of bytes) hash.update(part);
  return hash.digest('hex');
}
