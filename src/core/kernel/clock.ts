/** By how much, in ms, the clocks of the machines of one installation may differ. */
const toleranceMs = 60_000;

/**
 * The latest time anything can have happened at, by a clock that shows `now`. What is stamped later was stamped by a clock
 * that was ahead and has been set back since; it counts for nothing, else it would hold until the clock gets there again.
 */
export const latestStamp = (now: Date): Date => new Date(now.getTime() + toleranceMs);

/** Whether something was stamped by a clock that was ahead. */
export const isAhead = (stamp: Date, now: Date): boolean => stamp > latestStamp(now);

/** Between which times things count that happened in the last `ms`; the first excluded, the last included. */
export const lately = (now: Date, ms: number): { readonly since: Date; readonly latest: Date } => ({
  since: new Date(now.getTime() - ms),
  latest: latestStamp(now),
});
