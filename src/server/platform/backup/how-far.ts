const million = 1_000_000;

export const inMegabytes = (bytes: number): string => `${Math.floor(bytes / million).toLocaleString('ja-JP')} MB`;

/** Takes how much more is done, and says how much it is by now: `words` and the megabytes, every few seconds. */
export function howFar(say: (line: string) => void, words: string, everyMs = 5_000): (bytes: number) => void {
  let done = 0;
  let last = performance.now();
  return (bytes) => {
    done += bytes;
    const now = performance.now();
    if (now - last < everyMs) return;
    last = now;
    say(`${words} ${inMegabytes(done)}`);
  };
}

/** The same bytes, told as they pass. */
export async function* told(source: AsyncIterable<Buffer>, tell: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    tell(bytes.length);
    yield bytes;
  }
}
