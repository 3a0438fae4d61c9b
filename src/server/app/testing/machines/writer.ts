import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '#core/sheet/run.ts';
import type { Caller } from '../installation.ts';

type Held = { readonly note: string; readonly revision: number };
export type Acknowledged = Held & { readonly at: number };

const nothing: Held = { note: '', revision: 0 };

/** Saves one item of a run again and again, and looks after each call that failed whether what was acknowledged is still there. */
export class Writer {
  readonly item: string;
  readonly #caller: Caller;
  readonly #run: string;
  readonly #failures: string[] = [];
  readonly #lost: string[] = [];
  /** Notes of writes since the last acknowledged one that got no answer: one of them may have been saved all the same. */
  readonly #sent = new Set<string>();
  #last: Acknowledged = { ...nothing, at: 0 };
  #saves = 0;
  #ended = false;
  readonly #done: Promise<void>;

  constructor(caller: Caller, run: string, item: string) {
    this.item = item;
    this.#caller = caller;
    this.#run = run;
    this.#done = this.#writeOn();
  }

  get last(): Acknowledged {
    return this.#last;
  }
  get saves(): number {
    return this.#saves;
  }
  /** What was answered in place of an acknowledgement. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** Writes no more; tells what was acknowledged at any time and was not there at the next look. */
  async end(): Promise<readonly string[]> {
    this.#ended = true;
    await this.#done;
    if (!(await this.#look())) this.#lost.push(`${this.item}: cannot be read at the end`);
    return this.#lost;
  }

  async #writeOn(): Promise<void> {
    for (let number = 1; !this.#ended; number += 1) {
      const note = `${number} 回目`;
      this.#sent.add(note);
      try {
        await this.#save(note, String(number % 4));
      } catch (error) {
        this.#failures.push(String(error));
        await pause(100);
        await this.#look();
      }
    }
  }

  async #save(note: string, value: string): Promise<void> {
    const path = `${this.#run}/answers/${this.item}`;
    const { revision }: Answer = await this.#caller.call('PUT', path, { value, note, revision: this.#last.revision });
    this.#last = { note, revision, at: performance.now() };
    this.#sent.clear();
    this.#saves += 1;
  }

  /** Goes on from what is stored, once that was compared; false where nobody answers. */
  async #look(): Promise<boolean> {
    const stored = await this.#stored();
    if (!stored) return false;
    const { note, revision } = this.#last;
    const kept = stored.revision === revision && stored.note === note;
    const cameThrough = stored.revision === revision + 1 && this.#sent.has(stored.note);
    if (!kept && !cameThrough)
      this.#lost.push(
        `${this.item}: stored ${stored.revision} 「${stored.note}」, acknowledged ${revision} 「${note}」`,
      );
    this.#last = { note: stored.note, revision: stored.revision, at: this.#last.at };
    return true;
  }

  async #stored(): Promise<Held | undefined> {
    try {
      const { answers }: { answers: Answer[] } = await this.#caller.call('GET', this.#run);
      return answers.find(({ itemId }) => itemId === this.item) ?? nothing;
    } catch {
      return undefined;
    }
  }
}
