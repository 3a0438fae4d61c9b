import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import type { Programme } from '#core/programme/contract.ts';
import type { Region } from '#core/region/contract.ts';
import { withClient } from '../../../platform/database/with-client.ts';
import { Caller, installationPassword } from '../installation.ts';
import { tokenOf } from '../token-of.ts';

/** Who made the installation, and who administers the facility that is looked at. */
type Set = { readonly administrator: Caller; readonly caller: Caller; readonly facilityId: string };
type Kind = 'network' | 'prefecture';
type Seen = readonly Pick<Region['facilities'][number], 'id' | 'stage'>[];

const betweenMs = 50;

/** An organisation of this kind, and the link for its first administrator. */
async function create(administrator: Caller, kind: Kind): Promise<{ id: string; path: string }> {
  const body = { kind, name: `みなと ${kind}`, prefecture: kind === 'prefecture' ? 14 : null };
  const { id } = await administrator.call('POST', '/register/organisations', body);
  const { path } = await administrator.call('POST', `/register/organisations/${id}/invitations`, { name: '理事' });
  return { id, path };
}

/** A person of a network the facility takes part in, and of its prefecture: reads what both see, through any server. */
export class Summaries {
  readonly network: string;
  readonly prefecture: string;
  readonly #cookie: string;

  private constructor(network: string, prefecture: string, cookie: string) {
    this.network = network;
    this.prefecture = prefecture;
    this.#cookie = cookie;
  }

  static async open({ administrator, caller, facilityId }: Set): Promise<Summaries> {
    const network = await create(administrator, 'network');
    const prefecture = await create(administrator, 'prefecture');
    const reader = new Caller(administrator.url);
    const account = { name: '理事', email: 'c@example.jp', password: installationPassword };
    await reader.call('POST', '/invitation/acceptance', { token: tokenOf(network.path), ...account });
    await reader.enrolSecondFactor();
    await reader.call('POST', '/invitation/joining', { token: tokenOf(prefecture.path) });
    await caller.call('PUT', `/facilities/${facilityId}/memberships/${network.id}`, { shows: 'stage' });
    return new Summaries(network.id, prefecture.id, reader.cookie);
  }

  #get(url: string, path: string) {
    return Object.assign(new Caller(url), { cookie: this.#cookie }).call('GET', path);
  }

  /** The facilities the network sees by name, and how far they are. */
  async seen(url: string): Promise<Seen> {
    const { facilities }: Region = await this.#get(url, `/organisations/${this.network}/region`);
    return facilities.map(({ id, stage }) => ({ id, stage }));
  }

  programme(url: string): Promise<Programme> {
    return this.#get(url, `/organisations/${this.prefecture}/programme`);
  }
}

/** Reads both again and again through one server. */
export class SummaryReader {
  readonly #summaries: Summaries;
  readonly #url: string;
  readonly #failures: string[] = [];
  #last: { readonly at: number; readonly seen: Seen } = { at: 0, seen: [] };
  #ended = false;
  readonly #done: Promise<void>;

  constructor(summaries: Summaries, url: string) {
    this.#summaries = summaries;
    this.#url = url;
    this.#done = this.#readOn();
  }

  get last(): { readonly at: number; readonly seen: Seen } {
    return this.#last;
  }
  /** What was answered in place of a summary. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** Reads no more; gives back what was seen last. */
  async end(): Promise<Seen> {
    this.#ended = true;
    await this.#done;
    return this.#last.seen;
  }

  async #readOn(): Promise<void> {
    while (!this.#ended) {
      try {
        await this.#summaries.programme(this.#url);
        this.#last = { seen: await this.#summaries.seen(this.#url), at: performance.now() };
      } catch (error) {
        this.#failures.push(String(error));
      }
      await pause(betweenMs);
    }
  }
}

/** How often a server has looked into a table so far; it tells with a delay. */
export const looksInto = (table: string, superuser: ClientConfig): Promise<number> =>
  withClient({ ...superuser, database: 'mamori' }, async (client) => {
    const { rows } = await client.query<{ looks: number }>(
      'select (seq_scan + coalesce(idx_scan, 0))::int as looks from pg_stat_user_tables where relname = $1',
      [table],
    );
    return rows[0]?.looks ?? 0;
  });
