import { setTimeout as pause } from 'node:timers/promises';
import { type Answered, isClearRefusal, type Place } from './ask.ts';

type Writer = {
  write(place: Place): Promise<Answered | undefined>;
  /** Makes of an answer that is neither an acknowledgement nor a clear refusal what it can; tells what is wrong with it. */
  goOn(place: Place, answered: Answered): Promise<readonly string[]>;
};

const afterRefusalMs = 50;

/** One who writes on, whatever is answered, until it is to end. */
export class PersistentWriter {
  readonly #place: Place;
  readonly #writer: Writer;
  readonly #told: string[] = [];
  readonly #refusals: string[] = [];
  #saves = 0;
  #ended = false;
  readonly #done: Promise<void>;

  constructor(place: Place, writer: Writer) {
    this.#place = place;
    this.#writer = writer;
    this.#done = this.#writeOn();
  }

  get saves(): number {
    return this.#saves;
  }
  /** The code of each clear refusal. */
  get refusals(): readonly string[] {
    return this.#refusals;
  }

  /** Writes no more; tells each call without an answer, each answer that was not clear, and what was lost. */
  async end(): Promise<readonly string[]> {
    this.#ended = true;
    await this.#done;
    return this.#told;
  }

  async #writeOn(): Promise<void> {
    while (!this.#ended) {
      const answered = await this.#writer.write(this.#place);
      if (answered && answered.status < 300) this.#saves += 1;
      else {
        this.#told.push(...(await this.#refused(answered)));
        await pause(afterRefusalMs);
      }
    }
  }

  async #refused(answered: Answered | undefined): Promise<readonly string[]> {
    if (!answered) return ['no answer'];
    if (!isClearRefusal(answered)) return this.#writer.goOn(this.#place, answered);
    this.#refusals.push(JSON.parse(answered.bytes.toString()).code);
    return [];
  }
}
