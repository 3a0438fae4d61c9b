import { z } from 'zod';

/** Longest cursor a caller may come back with, in characters. */
export const longestCursor = 4000;

const form = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19},)*\d{1,19})?$/;

/**
 * Whether a text is a place in the stream of changes: a snapshot of PostgreSQL (`lowest:next:running,running`) with its
 * numbers in rising order. Anything else has no place, and whoever comes with it reads everything again.
 */
export function isCursor(text: string): boolean {
  const parts = text.length <= longestCursor ? form.exec(text) : null;
  if (!parts) return false;
  const [lowest = 0n, next = 0n] = parts.slice(1, 3).map(BigInt);
  const running = (parts[3] ?? '').split(',').filter(Boolean).map(BigInt);
  const inside = running.every((xid, at) => xid >= lowest && xid < next && xid > (running[at - 1] ?? -1n));
  return lowest > 0n && next >= lowest && next < 1n << 63n && inside;
}

/**
 * What came after a cursor, and the cursor to go on from. `reset` says that it cannot be told what came: read everything
 * again. No order is promised and anything may come twice; whoever takes a batch keeps what is newest.
 */
export const liveBatchSchema = <E extends z.ZodType>(event: E) =>
  z.object({ cursor: z.string(), reset: z.boolean(), events: z.array(event) });
