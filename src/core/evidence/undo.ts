import { removedBefore } from '../kernel/kept-days.ts';

/** What was taken away before this moment is past its 30 days: it cannot be put back and is deleted for good. */
export function undoLimit(now: Date): Date {
  return removedBefore('removed-evidence', now);
}

/** Whether evidence taken away at this moment can still be put back: for 30 days. */
export function canBeRestored(removedAt: Date, now: Date): boolean {
  return removedAt >= undoLimit(now);
}
