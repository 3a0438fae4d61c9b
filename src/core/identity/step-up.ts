import { isAhead } from '../kernel/clock.ts';

const freshMs = 10 * 60 * 1000;

/** Stands in place of the time for whoever could never prove to be there again: the people of the fictional region. */
export const neverAsked = new Date('9999-01-01T00:00:00Z');

/**
 * Whether a person who proved to be there at `provedAt` may do a dangerous act now: within ten minutes of it. A proof in the
 * future is none, however long it would hold.
 */
export function isSteppedUp(provedAt: Date | null, now: Date): boolean {
  if (provedAt === null) return false;
  if (provedAt.getTime() === neverAsked.getTime()) return true;
  return now.getTime() - provedAt.getTime() < freshMs && !isAhead(provedAt, now);
}
