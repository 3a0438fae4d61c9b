import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes: what our values take, and what the whole process takes of the machine, memory of native code with it. */
export type Held = { readonly values: number; readonly resident: number };

/** What is still held when all that can be let go was let go: what waits for an answer or a timer goes with the second try. */
export async function heldMemory(): Promise<Held> {
  collectGarbage();
  await setTimeout(500);
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { values: heapUsed + external, resident: rss };
}

/**
 * By how much the least of the last third is above the least of the middle third. The first third, in which caches fill, is
 * left out; the least, as a busy machine gives memory back late and never too early.
 */
export function growth(measured: readonly number[]): number {
  const third = Math.floor(measured.length / 3);
  const last = measured.slice(-third);
  const middle = measured.slice(-2 * third, -third);
  return Math.min(...last) - Math.min(...middle);
}
