/** So many calls in so many seconds, at once or spread: what was used comes back evenly. */
export type RateLimit = { readonly most: number; readonly seconds: number };

/**
 * How many of the calls an address may make are for everybody there: two thirds. A browser this server knows is counted by
 * itself from then on, so that one that runs wild leaves the rest to those nobody knows.
 */
export const mostShared = (most: number): number => Math.ceil((most * 2) / 3);

/** The part of an address's limit that is for everybody; a call costs as much of either. */
export function sharedLimit({ most, seconds }: RateLimit): RateLimit {
  const shared = mostShared(most);
  return { most: shared, seconds: Math.max(1, Math.round((seconds * shared) / most)) };
}

/** How many calls a known browser may make by itself: a tenth of what an address may. */
export const mostOfBrowser = (most: number): number => Math.ceil(most / 10);

export type Counted = {
  readonly taken: boolean;
  /** Time in ms since 1970 up to which the calls taken are paid for; what to keep for the next call. */
  readonly paidUntil: number;
};

/**
 * Counts one call at a time in ms. Each call pays for `seconds / most`; a call that would be paid for longer ahead than
 * `seconds` is not taken. The one number kept per caller is the generic cell rate algorithm's. What is paid for further
 * ahead than anybody can pay comes from a clock that went back, and counts for nothing.
 */
export function countCall(paidUntil: number | undefined, now: number, { most, seconds }: RateLimit): Counted {
  const window = seconds * 1000;
  const from = paidUntil === undefined || paidUntil > now + 2 * window ? now : Math.max(paidUntil, now);
  const next = from + window / most;
  return next <= now + window + most * rounding ? { taken: true, paidUntil: next } : { taken: false, paidUntil: from };
}

/** Part of a ms by which each summand of a sum may be off, as the database rounds. */
const rounding = 0.001;

/** Calls that may still follow at once. */
export function callsLeft(paidUntil: number, now: number, { most, seconds }: RateLimit): number {
  const ahead = Math.max(0, paidUntil - now);
  return Math.max(0, Math.floor(((seconds * 1000 - ahead) * most) / (seconds * 1000) + 0.01));
}

/** Whole seconds until one more call is taken; 0 where it is at once. */
export function secondsToWait(paidUntil: number, now: number, { most, seconds }: RateLimit): number {
  const over = paidUntil + (seconds * 1000) / most - (now + seconds * 1000);
  return Math.max(0, Math.ceil((over - most * rounding) / 1000));
}
