/** What a stream is woken by, and counted by. */
export type Place = { readonly session: string; readonly personId: string; readonly facilityId: string };
type Why = 'news' | 'beat' | 'closed';

/** Largest numbers of open streams; a browser is one session, and has six connections to a server in all. */
const most = { session: 3, person: 12, process: 2000 };

/** Time in ms in which news is gathered, so that many changes are read together. */
const gatherMs = 200;

/** One open stream, as it waits for something to tell. */
export class Watcher {
  readonly place: Place;
  readonly #left: () => void;
  #news = false;
  #closed = false;
  #stir: () => void = () => undefined;

  constructor(place: Place, left: () => void) {
    this.place = place;
    this.#left = left;
  }

  get closed(): boolean {
    return this.#closed;
  }

  wake(): void {
    this.#news = true;
    this.#stir();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#left();
    this.#stir();
  }

  /** Waits for news, for the next beat, or for the end. */
  async next(beatMs: number): Promise<Why> {
    await this.#until(beatMs, () => this.#news);
    const why = this.#news ? 'news' : 'beat';
    if (this.#news) await this.#until(gatherMs, () => false);
    this.#news = false;
    return this.#closed ? 'closed' : why;
  }

  #until(ms: number, isDue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end(timer, resolve), ms);
      this.#stir = () => (this.#closed || isDue()) && this.#end(timer, resolve);
      this.#stir();
    });
  }

  #end(timer: NodeJS.Timeout, resolve: () => void): void {
    clearTimeout(timer);
    this.#stir = () => undefined;
    resolve();
  }
}

/** All open streams of this process. */
export class Watchers {
  readonly #open = new Set<Watcher>();
  #ended = false;

  get size(): number {
    return this.#open.size;
  }

  /** A new stream; undefined where there are too many already, of this session, this person or in all. */
  enter(place: Place): Watcher | undefined {
    const count = (by: keyof Place) => [...this.#open].filter((other) => other.place[by] === place[by]).length;
    const full = this.#ended || this.#open.size >= most.process;
    if (full || count('session') >= most.session || count('personId') >= most.person) return undefined;
    const watcher: Watcher = new Watcher(place, () => this.#open.delete(watcher));
    this.#open.add(watcher);
    return watcher;
  }

  /** Has the streams of these facilities and people look again; all of them where none are named. */
  wake(ids?: ReadonlySet<string>): void {
    for (const watcher of this.#open) {
      const { personId, facilityId } = watcher.place;
      if (!ids || ids.has(facilityId) || ids.has(personId)) watcher.wake();
    }
  }

  /** Ends every stream and takes no more. */
  end(): void {
    this.#ended = true;
    for (const watcher of this.#open) watcher.close();
  }
}
