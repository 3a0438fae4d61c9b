const undoDays = 30;

/** What was taken away before this moment is past its 30 days: it cannot be put back and is deleted for good. */
export function undoLimit(now: Date): Date {
  return new Date(now.getTime() - undoDays * 24 * 60 * 60 * 1000);
}

/** Whether evidence taken away at this moment can still be put back: for 30 days. */
export function canBeRestored(removedAt: Date, now: Date): boolean {
  return removedAt >= undoLimit(now);
}
