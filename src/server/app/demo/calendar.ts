const dayMs = 24 * 60 * 60 * 1000;
const hourMs = dayMs / 24;

/** Midnight of 1 April in Japan. */
const firstDay = (fiscalYear: number) => new Date(`${fiscalYear}-04-01T00:00:00+09:00`).getTime();
const isWeekend = (time: number) => [0, 6].includes(new Date(time + 9 * hourMs).getUTCDay());

/**
 * A working hour in a fiscal year, `share` (0–1) of the way from its beginning to its end, or to `now` where that
 * comes first; `hour` 0–1 of the working day. Never after `now`, never before the year.
 */
export function momentIn(fiscalYear: number, now: Date, share: number, hour: number): Date {
  const [from, to] = [firstDay(fiscalYear), Math.min(firstDay(fiscalYear + 1), now.getTime())];
  let day = from + Math.floor(((to - from) * share) / dayMs) * dayMs;
  while (isWeekend(day) && day > from) day -= dayMs;
  return new Date(Math.min(day + (8.5 + 9 * hour) * hourMs, now.getTime()));
}
