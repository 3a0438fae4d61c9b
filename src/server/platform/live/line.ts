import type pg from 'pg';
import { DatabaseClient } from '../database/hosts/database-client.ts';

/** On it ids are told, one or several with a space between. */
export const channel = 'mamori_live';
/** Time in ms in which announcements are gathered: PostgreSQL lets only one transaction at a time announce. */
const gatherMs = 50;
/** A payload holds 8,000 bytes. */
const idsAtOnce = 150;
const pingMs = 20_000;
const retryMs = 1_000;

type Heard = (ids?: ReadonlySet<string>) => void;

/**
 * The one connection of this process on which it says and hears that something changed: ids of facilities and people,
 * never what. Broken, it is opened again, and then everything counts as changed.
 */
export class Line {
  readonly #config: pg.ClientConfig;
  readonly #heard: Heard;
  readonly #lost: (error: unknown) => void;
  readonly #unsaid = new Set<string>();
  #client: pg.Client | undefined;
  #saying: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;
  #ping: NodeJS.Timeout | undefined;
  #ended = false;
  #silent = false;
  #asked: Promise<unknown> = Promise.resolve();

  constructor(config: pg.ClientConfig, heard: Heard, lost: (error: unknown) => void) {
    this.#config = { connectionTimeoutMillis: 10_000, query_timeout: 10_000, ...config };
    this.#heard = heard;
    this.#lost = lost;
  }

  /** Opens the line; fulfils when it hears, or failed and will try again. */
  async open(): Promise<void> {
    const client = new DatabaseClient({ ...this.#config, application_name: 'mamori live' });
    const broken = (error?: unknown) => this.#broken(client, error);
    client.on('error', broken);
    client.on('end', () => broken());
    client.on('notification', ({ payload = '' }) => this.#heard(new Set(payload.split(' '))));
    this.#client = client;
    try {
      await client.connect();
      // What is announced is committed already: an announcement lost with the server costs nothing.
      await client.query(`set synchronous_commit = off; listen ${channel}`);
      if (this.#ended) return;
      this.#silent = false;
      this.#ping = setInterval(() => void this.#ask(client, 'select 1').catch(broken), pingMs);
      this.#heard();
      this.#sayLater();
    } catch (error) {
      broken(error);
    }
  }

  /** Tells every process, this one too, that something about these facilities and people changed. */
  say(ids: readonly string[]): void {
    for (const id of ids) this.#unsaid.add(id);
    this.#sayLater();
  }

  async close(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#saying);
    clearTimeout(this.#again);
    clearInterval(this.#ping);
    await this.#client?.end().catch(() => undefined);
  }

  #sayLater() {
    if (this.#unsaid.size > 0 && !this.#ended) this.#saying ??= setTimeout(() => void this.#say(), gatherMs);
  }

  async #say() {
    this.#saying = undefined;
    // Said when the line is there again; streams look by themselves before long.
    if (!this.#client) return;
    const ids = [...this.#unsaid];
    this.#unsaid.clear();
    const payloads = Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, part) =>
      ids.slice(part * idsAtOnce, (part + 1) * idsAtOnce).join(' '),
    );
    const say = `select pg_notify('${channel}', ids) from unnest($1::text[]) as ids`;
    await this.#ask(this.#client, say, [payloads]).catch(() => undefined);
  }

  /** One question after the other. */
  #ask(client: pg.Client, text: string, values: unknown[] = []): Promise<unknown> {
    const answer = this.#asked.then(() => client.query(text, values));
    this.#asked = answer.catch(() => undefined);
    return answer;
  }

  #broken(client: pg.Client, error: unknown) {
    if (this.#ended || this.#client !== client) return;
    this.#client = undefined;
    clearInterval(this.#ping);
    client.end().catch(() => undefined);
    if (error && !this.#silent) this.#lost(error);
    this.#silent = true;
    this.#again = setTimeout(() => void this.open(), retryMs);
  }
}
