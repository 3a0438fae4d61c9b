import { createHash, randomBytes } from 'node:crypto';
import type { Evidence } from '#core/evidence/contract.ts';
import { type Answered, ask, type Place, wordsOf } from './ask.ts';
import type { Chance } from './seeded.ts';

type File = { readonly size: number; readonly sha256: string };

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Mostly small, some of several chunks. */
function madeFile(chance: Chance): Buffer {
  const size = chance.below(5) === 0 ? chance.below(700_000) : chance.below(20_000);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size), Buffer.from('\n%%EOF\n')]);
}

/** Adds files to an item and takes some of them off again, and knows what it was told to be done. */
export class FileWriter {
  readonly #item: string;
  readonly #chance: Chance;
  /** By name, every file that was sent. */
  readonly #sent = new Map<string, File>();
  readonly #standing = new Map<string, string>();
  readonly #removed = new Set<string>();
  readonly #looked = new Set<string>();
  #removing: string | undefined;
  #number = 0;

  constructor(item: string, chance: Chance) {
    this.#item = item;
    this.#chance = chance;
  }

  get acknowledged(): number {
    return this.#number;
  }

  write(place: Place): Promise<Answered | undefined> {
    const [oldest] = this.#standing.keys();
    return oldest && this.#standing.size > 4 ? this.#remove(place, oldest) : this.#add(place);
  }

  async #add(place: Place) {
    const bytes = madeFile(this.#chance);
    const name = `${this.#item}-${this.#sent.size}.pdf`;
    this.#sent.set(name, { size: bytes.length, sha256: sha256(bytes) });
    const path = `/items/${this.#item}/evidence?name=${encodeURIComponent(name)}`;
    const answered = await ask(place, { method: 'POST', path, bytes });
    if (answered?.status !== 200) return answered;
    const { id }: Evidence = JSON.parse(answered.bytes.toString());
    this.#standing.set(id, name);
    this.#number += 1;
    return answered;
  }

  async #remove(place: Place, id: string) {
    const isTriedAgain = this.#removing === id;
    this.#removing = id;
    const answered = await ask(place, { method: 'DELETE', path: `/evidence/${id}` });
    const isGone = answered?.status === 204 || (isTriedAgain && answered?.status === 404);
    if (!isGone) return answered;
    this.#standing.delete(id);
    this.#removed.add(id);
    this.#removing = undefined;
    this.#number += 1;
    return { ...answered, status: 204 };
  }

  /** Nothing else than an acknowledgement or a clear refusal is to be expected. */
  async goOn(_: Place, answered: Answered): Promise<readonly string[]> {
    return [wordsOf(answered)];
  }

  /** What is wrong with what is stored: each acknowledged file is there, each one that is there is whole, none is back. */
  async faults(place: Place, stored: readonly Evidence[]): Promise<readonly string[]> {
    const own = stored.filter(({ itemId }) => itemId === this.#item);
    const found = new Map(own.map((evidence) => [evidence.id, evidence]));
    const lost = [...this.#standing].filter(([id]) => !found.has(id) && id !== this.#removing);
    const faults = lost.map(([id, name]) => `${name} (${id}): acknowledged and gone`);
    for (const evidence of own) {
      if (this.#removed.has(evidence.id)) faults.push(`${evidence.name} (${evidence.id}): taken off and back again`);
      if (!this.#looked.has(evidence.id)) faults.push(...(await this.#broken(place, evidence)));
      this.#looked.add(evidence.id);
    }
    this.#standing.clear();
    for (const { id, name } of own) this.#standing.set(id, name);
    this.#removing = undefined;
    return faults;
  }

  async #broken(place: Place, { id, name, size }: Evidence): Promise<readonly string[]> {
    const content = await ask(place, { method: 'GET', path: `/evidence/${id}/content` });
    const sent = this.#sent.get(name);
    const isWhole = content?.status === 200 && size === sent?.size && sha256(content.bytes) === sent.sha256;
    return isWhole ? [] : [`${name} (${id}): ${content?.status}, ${content?.bytes.length} of ${sent?.size} bytes`];
  }
}
