import { folded } from './answer-token.ts';

const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** The day a cell of a file stands for, as 「2026-11-27」: null where it is empty, undefined where it is no day. */
export function dayCell(cell: string | number | boolean | null | undefined): string | null | undefined {
  const text = folded(cell);
  if (text === '') return null;
  const [, year = '', month = '', day = ''] = written.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
