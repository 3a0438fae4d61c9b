import { createHash } from 'node:crypto';
import { altered } from './backup-refused.ts';

/** Stands before a backup that nobody encrypted. */
export const plainHead = Buffer.from('mamori-backup plain 1\n');
const tailOf = (hash: string) => Buffer.from(`sha256 ${hash}\n`);
const tailLength = tailOf('0'.repeat(64)).length;

/** Puts the hash of every byte behind them: gzip leaves bits that nothing proves. */
export async function* wrapPlain(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256').update(plainHead);
  yield plainHead;
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  yield tailOf(hash.digest('hex'));
}

/** What is between head and tail; the hash is proved before the last of it is handed over. */
export async function* unwrapPlain(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk]);
    if (!begun && held.length >= plainHead.length) {
      hash.update(held.subarray(0, plainHead.length));
      held = held.subarray(plainHead.length);
      begun = true;
    }
    const ready = begun ? held.subarray(0, Math.max(0, held.length - tailLength - 1)) : Buffer.alloc(0);
    held = held.subarray(ready.length);
    hash.update(ready);
    if (ready.length > 0) yield ready;
  }
  const last = held.subarray(0, Math.max(0, held.length - tailLength));
  if (!begun || !held.subarray(last.length).equals(tailOf(hash.update(last).digest('hex'))))
    throw altered('全体のハッシュ');
  yield last;
}
