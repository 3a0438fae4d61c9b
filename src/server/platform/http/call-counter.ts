import { type Counted, countCall, type RateLimit } from '#core/kernel/rate-limit.ts';

/** Callers remembered before those who paid up are forgotten, and at the most. */
const usual = { swept: 10_000, most: 100_000 };

export type CallCounter = { readonly count: (key: string, now: number, limit: RateLimit) => Counted };

/** Counts in the memory of this process; however many keys come, it stays within bounds by forgetting the oldest. */
export function callCounter({ swept, most } = usual): CallCounter {
  const paid = new Map<string, number>();
  let sweepAt = swept;
  const sweep = (now: number) => {
    for (const [key, until] of paid) if (until <= now) paid.delete(key);
    for (const key of paid.keys()) {
      if (paid.size <= most) break;
      paid.delete(key);
    }
    sweepAt = Math.max(swept, paid.size * 2);
  };
  return {
    count: (key, now, limit) => {
      const counted = countCall(paid.get(key), now, limit);
      paid.delete(key);
      paid.set(key, counted.paidUntil);
      if (paid.size > Math.min(sweepAt, most)) sweep(now);
      return counted;
    },
  };
}
