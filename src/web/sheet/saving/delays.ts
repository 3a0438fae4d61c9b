/** Acts put off until typing has paused; a new delay for an item takes the place of the one before. */
export class Delays {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** `delay` in ms; 0 acts at once. */
  start(item: string, delay: number, act: () => void): void {
    this.stop(item);
    if (delay === 0) act();
    else this.#timers.set(item, setTimeout(act, delay));
  }

  stop(item: string): void {
    clearTimeout(this.#timers.get(item));
    this.#timers.delete(item);
  }

  has(item: string): boolean {
    return this.#timers.has(item);
  }

  items(): readonly string[] {
    return [...this.#timers.keys()];
  }
}
