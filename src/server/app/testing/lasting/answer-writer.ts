import type { Answer, Run } from '#core/sheet/run.ts';
import { type Answered, ask, type Place, wordsOf } from './ask.ts';

/** Answers one item again and again, and knows what it was told to be saved. */
export class AnswerWriter {
  readonly #run: string;
  readonly #item: string;
  #number = 0;
  #acknowledged = { note: '', revision: 0 };
  /** Notes of writes since the last acknowledged one that were not: one of them may be stored all the same. */
  readonly #sent = new Set<string>();

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
    this.#sent.add(note);
    const path = `${this.#run}/answers/${this.#item}`;
    const body = { value: String(this.#number % 4), note, revision: this.#acknowledged.revision };
    const answered = await ask(place, { method: 'PUT', path, body });
    if (answered?.status !== 200) return answered;
    const { revision }: Answer = JSON.parse(answered.bytes.toString());
    this.#acknowledged = { note, revision };
    this.#sent.clear();
    return answered;
  }

  /** Where a write that was refused is stored all the same, the next one conflicts with it: goes on from there, once that was compared. */
  async goOn(place: Place, answered: Answered): Promise<readonly string[]> {
    if (answered.status !== 409 || this.#sent.size < 2) return [wordsOf(answered)];
    const stored = await ask(place, { method: 'GET', path: this.#run });
    return stored?.status === 200 ? this.faults((JSON.parse(stored.bytes.toString()) as Run).answers) : [];
  }

  /** What is wrong with what is stored: only what was acknowledged may be there, or one write after it that was not. */
  faults(answers: readonly Answer[]): readonly string[] {
    const { note, revision } = answers.find(({ itemId }) => itemId === this.#item) ?? { note: '', revision: 0 };
    const kept = revision === this.#acknowledged.revision && note === this.#acknowledged.note;
    const cameThrough = revision === this.#acknowledged.revision + 1 && this.#sent.has(note);
    const expected = `${this.#acknowledged.revision} 「${this.#acknowledged.note}」, sent 「${[...this.#sent].join(' ')}」`;
    this.#acknowledged = { note, revision };
    this.#sent.clear();
    return kept || cameThrough ? [] : [`${this.#item}: stored ${revision} 「${note}」, acknowledged ${expected}`];
  }
}
