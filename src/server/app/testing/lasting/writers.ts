import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import type { Evidence } from '#core/evidence/contract.ts';
import type { Run } from '#core/sheet/run.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { AnswerWriter } from './answer-writer.ts';
import { type Answered, isClearRefusal, type Place, read, wordsOf } from './ask.ts';
import { FileWriter } from './file-writer.ts';
import { PersistentWriter } from './persistent-writer.ts';
import type { Chance } from './seeded.ts';

const answering = 16;
const filing = 4;

type Writer = { write(place: Place): Promise<Answered | undefined> };

/** Twenty who write at the same time in one facility, each at once after its last answer. */
export class Writers {
  readonly #place: Place;
  readonly #runId: string;
  readonly #answers: readonly AnswerWriter[];
  readonly #files: readonly FileWriter[];

  constructor(place: Place, runId: string, chance: Chance) {
    this.#place = place;
    this.#runId = runId;
    const sheet = latestSheet(loadCatalogue(), 'hospital');
    const items = (sheet ? itemsOf(sheet) : []).map(({ id }) => id);
    this.#answers = items.slice(0, answering).map((item) => new AnswerWriter(runId, item));
    this.#files = items.slice(0, filing).map((item) => new FileWriter(item, chance));
  }

  get acknowledged(): number {
    return [...this.#answers, ...this.#files].reduce((sum, writer) => sum + writer.acknowledged, 0);
  }

  /** Writes until nobody answers; tells each answer that neither acknowledged nor refused in clear words. */
  async untilGone(): Promise<readonly string[]> {
    const told = await Promise.all([...this.#answers, ...this.#files].map((writer) => this.#untilGone(writer)));
    return told.flat();
  }

  /** One write of each. */
  async once(): Promise<readonly Answered[]> {
    const answered = await Promise.all([...this.#answers, ...this.#files].map((writer) => writer.write(this.#place)));
    return answered.flatMap((one) => one ?? []);
  }

  /** Each writes on, whatever is answered, until it is told to end. */
  throughout(): readonly PersistentWriter[] {
    return [...this.#answers, ...this.#files].map((writer) => new PersistentWriter(this.#place, writer));
  }

  async #untilGone(writer: Writer): Promise<readonly string[]> {
    for (;;) {
      const answered = await writer.write(this.#place);
      if (!answered) return [];
      if (answered.status < 300) continue;
      return isClearRefusal(answered) ? [] : [wordsOf(answered)];
    }
  }

  /** What was acknowledged and is not there, or is there and not whole. */
  async faults(): Promise<readonly string[]> {
    const { answers } = await read<Run>(this.#place, `/runs/${this.#runId}`);
    const evidence = await read<Evidence[]>(this.#place, '/evidence');
    const ofFiles = await Promise.all(this.#files.map((writer) => writer.faults(this.#place, evidence)));
    return [...this.#answers.flatMap((writer) => writer.faults(answers)), ...ofFiles.flat()];
  }
}
