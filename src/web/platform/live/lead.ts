import { refusalCode } from '../refusal.ts';
import type { LiveBatch, LiveCalls } from './live-calls.ts';

export type Heard = {
  readonly after: () => string | undefined;
  readonly take: (batch: LiveBatch) => void;
  readonly ended: () => void;
};

const firstPause = 1_000;
/** Without a stream the server is asked this often, in ms. */
export const longestPause = 15_000;
/** The server speaks every 20 seconds; after this time of silence, in ms, the stream is taken to be cut. */
export const silenceMs = 45_000;

const endings = ['sign-in-required', 'second-factor-required', 'not-found', 'not-allowed'];

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });

/** Hears one stream until it ends, fails or falls silent; true where it said anything. */
async function hear(calls: LiveCalls, { after, take }: Heard, signal: AbortSignal): Promise<boolean> {
  const silence = new AbortController();
  const cut = () => silence.abort();
  let timer = setTimeout(cut, silenceMs);
  let heard = false;
  try {
    for await (const batch of await calls.stream(after(), AbortSignal.any([signal, silence.signal]))) {
      clearTimeout(timer);
      timer = setTimeout(cut, silenceMs);
      heard = true;
      take(batch);
    }
  } finally {
    clearTimeout(timer);
  }
  return heard;
}

/** The browser's one stream: opened again when it breaks, and asked for instead while it cannot be had. */
export async function lead(calls: LiveCalls, heard: Heard, signal: AbortSignal): Promise<void> {
  let wait = firstPause;
  let over = false;
  while (!signal.aborted) {
    try {
      const said = await hear(calls, heard, signal).catch(() => false);
      if (signal.aborted) return;
      wait = said ? firstPause : Math.min(wait * 2, longestPause);
      heard.take(await calls.ask(heard.after(), signal));
      over = false;
    } catch (error) {
      if (signal.aborted) return;
      const ends = endings.includes(refusalCode(error) ?? '');
      if (ends && !over) heard.ended();
      over = ends;
      if (ends) wait = longestPause;
    }
    await pause(wait, signal);
  }
}
