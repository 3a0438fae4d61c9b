/** Waits until a piece is taken; a receiver that takes nothing for so long is let go. */
export async function takenInTime(taking: Promise<void>, longestMs: number): Promise<void> {
  const stalled = Promise.withResolvers<never>();
  const timer = setTimeout(() => stalled.reject(new Error('nobody takes the record any more')), longestMs);
  await Promise.race([taking, stalled.promise]).finally(() => clearTimeout(timer));
}
