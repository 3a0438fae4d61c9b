import type { Answer } from '#core/sheet/run.ts';
import { type Answered, ask, type Place } from './ask.ts';

/** Answers one item again and again, and knows what it was told to be saved. */
export class AnswerWriter {
  readonly #run: string;
  readonly #item: string;
  #number = 0;
  #acknowledged = { note: '', revision: 0 };
  #sent: string | undefined;

  constructor(runId: string, item: string) {
    this.#run = `/runs/${runId}`;
    this.#item = item;
  }

  get acknowledged(): number {
    return this.#acknowledged.revision;
  }

  async write(place: Place): Promise<Answered | undefined> {
    this.#number += 1;
    const note = `${this.#number} 回目`;
    this.#sent = note;
    const path = `${this.#run}/answers/${this.#item}`;
    const body = { value: String(this.#number % 4), note, revision: this.#acknowledged.revision };
    const answered = await ask(place, { method: 'PUT', path, body });
    if (answered?.status !== 200) return answered;
    const { revision }: Answer = JSON.parse(answered.bytes.toString());
    this.#acknowledged = { note, revision };
    this.#sent = undefined;
    return answered;
  }

  /** What is wrong with what is stored: only what was acknowledged may be there, or the one write that got no answer. */
  faults(answers: readonly Answer[]): readonly string[] {
    const { note, revision } = answers.find(({ itemId }) => itemId === this.#item) ?? { note: '', revision: 0 };
    const kept = revision === this.#acknowledged.revision && note === this.#acknowledged.note;
    const cameThrough = revision === this.#acknowledged.revision + 1 && note === this.#sent;
    const expected = `${this.#acknowledged.revision} 「${this.#acknowledged.note}」, sent 「${this.#sent ?? ''}」`;
    this.#acknowledged = { note, revision };
    this.#sent = undefined;
    return kept || cameThrough ? [] : [`${this.#item}: stored ${revision} 「${note}」, acknowledged ${expected}`];
  }
}
