import { actTitle } from '#core/kernel/act.ts';
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

type Done = { readonly person: { readonly id: string } | null; readonly title: string };

const fewestFolded = 3;

const answering = actTitle('sheet.answered');

/** Entries as they are shown: three and more answers of one person, one after the other, are one line. */
export function folded<Entry extends Done>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const rows: Entry[][] = [];
  for (const entry of entries) {
    const [last] = rows.at(-1) ?? [];
    const same = last?.title === answering && entry.title === answering && last.person?.id === entry.person?.id;
    if (same) rows.at(-1)?.push(entry);
    else rows.push([entry]);
  }
  return rows.flatMap((row) => (row.length < fewestFolded ? row.map((entry) => [entry]) : [row]));
}
