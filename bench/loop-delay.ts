import { monitorEventLoopDelay } from 'node:perf_hooks';

const nanosecondsPerMs = 1e6;

/** How long the event loop waits while `work` is done. */
export async function loopDelay(work: () => Promise<unknown>): Promise<{ p99Ms: number; maxMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return { p99Ms: delay.percentile(99) / nanosecondsPerMs, maxMs: delay.max / nanosecondsPerMs };
}
