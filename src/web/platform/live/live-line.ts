import { lead, longestPause, silenceMs } from './lead.ts';
import type { LiveBatch, LiveCalls } from './live-calls.ts';

type Take = (batch: LiveBatch) => void;
type Told = { readonly batch: LiveBatch } | { readonly ended: true };

/**
 * What one tab hears of a facility. Of all tabs of the browser the one that holds the lock has the stream and passes on
 * what it says; when that tab goes, the next takes over where the first one was.
 */
class LiveLine {
  readonly #calls: LiveCalls;
  readonly #takers = new Set<Take>();
  readonly #stop = new AbortController();
  readonly #tabs: BroadcastChannel;
  readonly #watch: ReturnType<typeof setInterval>;
  #after: string | undefined;
  #heardAt = performance.now();

  constructor(calls: LiveCalls) {
    this.#calls = calls;
    this.#tabs = new BroadcastChannel(calls.name);
    this.#tabs.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('batch' in data) this.#take(data.batch);
      else calls.ended();
    };
    // A tab that leads may be put to sleep by its device.
    this.#watch = setInterval(() => performance.now() - this.#heardAt > silenceMs && void this.#ask(), longestPause);
    void this.#begin();
  }

  get idle(): boolean {
    return this.#takers.size === 0;
  }

  join(take: Take): void {
    this.#takers.add(take);
    // What came between the reading of the page and now; who has just opened the stream hears it there.
    if (this.#after !== undefined) void this.#ask();
  }

  leave(take: Take): void {
    this.#takers.delete(take);
  }

  end(): void {
    this.#stop.abort();
    clearInterval(this.#watch);
    this.#tabs.close();
  }

  async #begin(): Promise<void> {
    const { name } = this.#calls;
    const { signal } = this.#stop;
    const leads = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await this.#lead();
      return lock !== null;
    });
    if (leads || signal.aborted) return;
    void this.#ask();
    await navigator.locks.request(name, { signal }, () => this.#lead()).catch(() => undefined);
  }

  #lead(): Promise<void> {
    const tell = (told: Told) => !this.#stop.signal.aborted && this.#tabs.postMessage(told);
    const heard = {
      after: () => this.#after,
      // As it comes it carries its place in the stream, with which it cannot be passed on.
      take: ({ cursor, reset, events }: LiveBatch) => {
        const batch = { cursor, reset, events };
        tell({ batch });
        this.#take(batch);
      },
      ended: () => {
        tell({ ended: true });
        this.#calls.ended();
      },
    };
    return lead(this.#calls, heard, this.#stop.signal);
  }

  /** Asks once, without a place: the server then begins shortly before now. */
  async #ask(): Promise<void> {
    const batch = await this.#calls.ask(undefined, this.#stop.signal).catch(() => undefined);
    if (batch) for (const take of this.#takers) take(batch);
  }

  #take(batch: LiveBatch): void {
    this.#after = batch.cursor;
    this.#heardAt = performance.now();
    for (const take of this.#takers) take(batch);
  }
}

const lines = new Map<string, LiveLine>();
/** Time in ms for which a line nobody listens to is kept: the next page may want it. */
const keptMs = 3_000;

/** Hears of a facility until the returned act is called. */
export function joinLive(calls: LiveCalls, take: Take): () => void {
  const line = lines.get(calls.name) ?? new LiveLine(calls);
  lines.set(calls.name, line);
  line.join(take);
  return () => {
    line.leave(take);
    setTimeout(() => {
      if (!line.idle || lines.get(calls.name) !== line) return;
      lines.delete(calls.name);
      line.end();
    }, keptMs);
  };
}

/** Stops hearing at once, where the person leaves. */
export function endLive(): void {
  for (const line of lines.values()) line.end();
  lines.clear();
}
