import { setTimeout as pause } from 'node:timers/promises';
import { isWithoutConnection } from '../../platform/http/contract-errors.ts';

const againMs = 5_000;
const patienceMs = 60 * 60 * 1000;

/** Saves what must not be lost, again and again while the database is away; no longer than an hour, nor after `stop`. */
export async function untilSaved(save: () => Promise<unknown>, stop: AbortSignal, everyMs = againMs): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      await save();
      return;
    } catch (error) {
      if (!isWithoutConnection(error) || stop.aborted || performance.now() > until) throw error;
      await pause(everyMs, undefined, { signal: stop }).catch(() => undefined);
    }
  }
}
