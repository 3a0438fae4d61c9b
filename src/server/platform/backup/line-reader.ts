import { createHash } from 'node:crypto';
import { altered } from './backup-refused.ts';
import { rowsEnd } from './records.ts';

/** A line of ours is short; one without an end is none. */
const longestLine = 1024 * 1024;
const newline = 10;
const endInside = Buffer.concat([Buffer.from([newline]), rowsEnd]);

/** Takes a stream apart into lines and rows, and keeps the hash of all that was counted. */
export class LineReader {
  #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #hash = createHash('sha256');

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  count(bytes: Buffer): void {
    this.#hash.update(bytes);
  }

  /** Hash of what was counted so far. */
  sum(): string {
    return this.#hash.copy().digest('hex');
  }

  /** The next line with its end; not counted yet. */
  async line(): Promise<Buffer> {
    for (;;) {
      const end = this.#held.indexOf(newline);
      if (end >= 0) return this.#take(end + 1);
      if (this.#held.length > longestLine || !(await this.#more())) throw altered('終わりのない行');
    }
  }

  /** The rows up to their end, counted. */
  async *rows(): AsyncGenerator<Buffer> {
    while (this.#held.length < rowsEnd.length) if (!(await this.#more())) throw altered('表の途中');
    if (!this.#held.subarray(0, rowsEnd.length).equals(rowsEnd))
      for (;;) {
        const end = this.#held.indexOf(endInside);
        const whole = end >= 0 ? end + 1 : this.#held.length - endInside.length + 1;
        if (whole > 0) {
          const bytes = this.#take(whole);
          this.count(bytes);
          yield bytes;
        }
        if (end >= 0) break;
        if (!(await this.#more())) throw altered('表の途中');
      }
    this.count(this.#take(rowsEnd.length));
  }

  /** Whether nothing more comes. */
  async ended(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more());
  }
}
