/** A number as people type it: any width, with commas, blanks and its unit. */
const plain = (typed: string, unit: RegExp) =>
  typed
    .normalize('NFKC')
    .replace(/[\s,、]/g, '')
    .replace(unit, '');

/** Yen as people type them; 「50万」 is 500,000. Undefined for anything else. */
export function yenOf(typed: string): number | undefined {
  const text = plain(typed, /円$/);
  const [, tens] = /^(\d{1,8}(?:\.\d{1,4})?)万$/.exec(text) ?? [];
  if (tens !== undefined) return Math.round(Number(tens) * 10_000);
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** Person-days as people type them: whole or tenths. Undefined for anything else. */
export function daysOf(typed: string): number | undefined {
  const text = plain(typed, /(人日|日)$/);
  return /^\d{1,5}(\.\d)?$/.test(text) ? Number(text) : undefined;
}
