import type pg from 'pg';
import { reasonOf } from '../failure-reason.ts';
import { askHost, cut, type HostState } from './host-state.ts';

/** Time in ms after which all hosts are looked at again while connections are open: one that hangs breaks none of them. */
const lookAgainMs = 4_000;

const nameOf = ({ host, port }: pg.ClientConfig) => `${host}:${port}`;

function whyNot({ state, error }: HostState): string {
  if (state === 'away') return reasonOf(error);
  return state === 'standby' ? '読み取り専用の複製です' : 'ほかのサーバに替わられた古いサーバです';
}

/** No host takes writes now: the primary is gone, and no standby has been promoted yet. */
export class NoPrimary extends Error {
  override readonly name = 'NoPrimary';
  readonly code = 'NO_PRIMARY';

  constructor(states: readonly HostState[]) {
    const told = states.map((each) => `${nameOf(each.server)} ${whyNot(each)}`);
    super(`書き込めるサーバがありません（${told.join('、')}）`);
  }
}

/** The newer of two that both take writes: the older was replaced and does not know it. Nor is one followed that was replaced before. */
const newest = (states: readonly HostState[], seen: number): HostState | undefined =>
  states
    .filter(({ state, timeline }) => state === 'primary' && timeline >= seen)
    .reduce<HostState | undefined>((best, one) => (best && best.timeline >= one.timeline ? best : one), undefined);

/** The PostgreSQL servers a URL lists, of which one takes writes; which, is found out and followed. */
export class Servers {
  readonly #all: readonly pg.ClientConfig[];
  readonly #open = new Map<pg.ClientBase, pg.ClientConfig>();
  #primary: pg.ClientConfig | undefined;
  #timeline: number;
  #standbys: readonly pg.ClientConfig[] = [];
  #looking: Promise<readonly HostState[]> | undefined;
  #again: NodeJS.Timeout | undefined;

  constructor(all: readonly pg.ClientConfig[], timeline = 0) {
    this.#all = all;
    this.#timeline = timeline;
  }

  get all(): readonly pg.ClientConfig[] {
    return this.#all;
  }

  /** The highest timeline met. */
  get timeline(): number {
    return this.#timeline;
  }

  get names(): string {
    return this.#all.map(nameOf).join(',');
  }

  /** The server that takes writes; fails with `NoPrimary` where none does. */
  async primary(): Promise<pg.ClientConfig> {
    if (this.#primary) return this.#primary;
    const states = await this.#look();
    const found = newest(states, this.#timeline);
    if (!found) throw new NoPrimary(states);
    return found.server;
  }

  /** A server that follows the primary; undefined where none is known. */
  standby(): pg.ClientConfig | undefined {
    return this.#standbys[0];
  }

  /** A connection to one of them, for as long as it is open: cut once another server takes the writes. */
  hold(client: pg.ClientBase, server: pg.ClientConfig): void {
    this.#open.set(client, server);
    client.on('end', () => this.#open.delete(client));
    client.on('error', () => this.doubt(server));
    this.#lookLater();
  }

  /** Something of this server failed: the next connection looks for the primary anew. */
  doubt(server: pg.ClientConfig): void {
    if (this.#primary === server) this.#primary = undefined;
  }

  #look(): Promise<readonly HostState[]> {
    this.#looking ??= Promise.all(this.#all.map(askHost))
      .then((states) => this.#learn(states))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  #learn(states: readonly HostState[]): readonly HostState[] {
    this.#standbys = states.flatMap(({ state, server }) => (state === 'standby' ? [server] : []));
    const found = newest(states, this.#timeline);
    // One that did not answer in time may still serve: it is kept until another takes its place or a connection breaks.
    if (!found) return states;
    this.#primary = found.server;
    this.#timeline = Math.max(this.#timeline, found.timeline);
    for (const [client, server] of this.#open) if (server !== found.server) cut(client);
    return states;
  }

  #lookLater(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      if (this.#open.size > 0) void this.#look().finally(() => this.#lookLater());
    }, lookAgainMs).unref();
  }
}

declare module 'pg' {
  interface ClientConfig {
    /** Where the URL lists several hosts: `host` and `port` are then those of the first. */
    servers?: Servers | undefined;
  }
}
