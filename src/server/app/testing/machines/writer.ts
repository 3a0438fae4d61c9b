import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '#core/sheet/run.ts';
import type { Caller } from '../installation.ts';

export type Acknowledged = { readonly value: string; readonly revision: number; readonly at: number };

/** Saves one item of a run again and again; what was acknowledged counts, everything else is kept to be looked at. */
export class Writer {
  readonly item: string;
  readonly #caller: Caller;
  readonly #run: string;
  readonly #failures: string[] = [];
  #last: Acknowledged = { value: '0', revision: 0, at: 0 };
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

  end(): Promise<void> {
    this.#ended = true;
    return this.#done;
  }

  async #writeOn(): Promise<void> {
    let revision = 0;
    while (!this.#ended) {
      const value = String((revision + 1) % 4);
      try {
        const path = `${this.#run}/answers/${this.item}`;
        const saved: Answer = await this.#caller.call('PUT', path, { value, note: '', revision });
        revision = saved.revision;
        this.#last = { value, revision, at: performance.now() };
        this.#saves += 1;
      } catch (error) {
        this.#failures.push(String(error));
        await pause(100);
        // One that was not acknowledged may have been saved all the same.
        revision = (await this.#stored())?.revision ?? revision;
      }
    }
  }

  async #stored(): Promise<Answer | undefined> {
    try {
      const { answers }: { answers: Answer[] } = await this.#caller.call('GET', this.#run);
      return answers.find(({ itemId }) => itemId === this.item);
    } catch {
      return undefined;
    }
  }
}
