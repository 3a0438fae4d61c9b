/** A number of hours or people as people type it: any width, with commas, blanks and its unit; null where nothing is typed, undefined for anything else. */
export function countOf(typed: string): number | null | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s,、]/g, '')
    .replace(/(時間|人|名|件)$/, '');
  if (text === '') return null;
  const [, tens] = /^(\d{1,4}(?:\.\d{1,4})?)万$/.exec(text) ?? [];
  if (tens !== undefined) return Math.round(Number(tens) * 10_000);
  return /^\d{1,8}$/.test(text) ? Number(text) : undefined;
}

/** A number as it stands in its field. */
export const typed = (count: number | null): string => (count === null ? '' : String(count));
