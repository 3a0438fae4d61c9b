import { japaneseDate } from '#core/kernel/fiscal-year.ts';

/** Entries under the day in Japan on which they happened, in the order they come in. */
export function byDay<Entry extends { readonly at: string }>(entries: readonly Entry[]) {
  const days: { readonly title: string; readonly at: Date; readonly entries: Entry[] }[] = [];
  for (const entry of entries) {
    const at = new Date(entry.at);
    const title = japaneseDate(at);
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, at, entries: [entry] });
  }
  return days;
}
