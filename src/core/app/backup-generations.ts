const dayMs = 24 * 60 * 60 * 1000;
const japanMs = 9 * 60 * 60 * 1000;

/** How many days, weeks and months back one backup each is kept. */
export const generations = { daily: 7, weekly: 5, monthly: 12 } as const;

/** Days since 1970 in Japan. */
const dayOf = (at: Date): number => Math.floor((at.getTime() + japanMs) / dayMs);
/** Weeks since then, beginning on Monday; 1970-01-01 was a Thursday. */
const weekOf = (at: Date): number => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: Date): number => {
  const wall = new Date(at.getTime() + japanMs);
  return wall.getUTCFullYear() * 12 + wall.getUTCMonth();
};

const periods = [
  { of: dayOf, kept: generations.daily },
  { of: weekOf, kept: generations.weekly },
  { of: monthOf, kept: generations.monthly },
] as const;

/** The newest of each of the newest so many periods that have one. */
function newestOf(newestFirst: readonly Date[], of: (at: Date) => number, kept: number): readonly Date[] {
  const found = new Map<number, Date>();
  for (const at of newestFirst) if (!found.has(of(at))) found.set(of(at), at);
  return [...found.values()].slice(0, kept);
}

/**
 * Of the times at which backups were made, those whose file is kept: the newest of each of the last 7 days, 5 weeks (from
 * Monday) and 12 months of Japan *that have one*. Where no backup is made for long, none of the old ones goes.
 */
export function keptBackups(made: readonly Date[]): ReadonlySet<Date> {
  const newestFirst = made.toSorted((a, b) => b.getTime() - a.getTime());
  return new Set(periods.flatMap(({ of, kept }) => newestOf(newestFirst, of, kept)));
}

/** A restore test is made with the first backup after so long. */
const testedEveryMs = 6.5 * dayMs;

/** Whether a backup made now is to be restored on trial: once a week, and until the first has passed. */
export function isTrialDue(lastPassed: Date | null, now: Date): boolean {
  return lastPassed === null || now.getTime() - lastPassed.getTime() >= testedEveryMs;
}
